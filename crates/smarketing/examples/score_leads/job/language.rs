//! [`Language`]: the summary in German or English, and how each writes numbers.

use smarketing::{Points, Texts};

use super::failure::Failure;

/// The language of the summary. Findings of the library are English in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    German,
    English,
}

impl Language {
    /// An agreement's language, or English where the summary does not speak it.
    pub fn of(code: &str) -> Self {
        if code == "de" { Self::German } else { Self::English }
    }

    /// The language of an argument.
    pub fn named(code: &str) -> Result<Self, Failure> {
        match code {
            "de" => Ok(Self::German),
            "en" => Ok(Self::English),
            _ => Err(Failure::input(format!("--language: `{code}` is neither `de` nor `en`"))),
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// One of two texts.
    pub const fn say<'t>(self, english: &'t str, german: &'t str) -> &'t str {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }

    /// An agreement's text, or what stands for it.
    pub fn text<'t>(self, texts: &'t Texts, otherwise: &'t str) -> &'t str {
        texts.in_language(self.code()).unwrap_or(otherwise)
    }

    /// A number with its noun.
    pub fn several(self, number: usize, one: &str, many: &str) -> String {
        format!("{} {}", self.count(number), if number == 1 { one } else { many })
    }

    /// A whole number with its thousands set apart.
    pub fn count(self, number: usize) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(if self == Self::German { '.' } else { ',' });
            }
            text.push(digit);
        }
        text
    }

    /// A share in percent, to whole percents; what is little and not nothing says so.
    pub fn percent(self, part: usize, whole: usize) -> String {
        if whole == 0 || part == 0 {
            return "0 %".to_owned();
        }
        let percent = (part * 200 + whole) / (whole * 2);
        match percent {
            0 => "<1 %".to_owned(),
            100 if part < whole => ">99 %".to_owned(),
            _ => format!("{percent} %"),
        }
    }

    /// Points to one decimal, half away from zero, and none where it is zero.
    pub fn points(self, points: Points) -> String {
        let tenths = (points.millionths().abs() + 50_000) / 100_000;
        let sign = if points < Points::ZERO && tenths > 0 { "-" } else { "" };
        let comma = if self == Self::German { ',' } else { '.' };
        match (tenths / 10, tenths % 10) {
            (whole, 0) => format!("{sign}{whole}"),
            (whole, rest) => format!("{sign}{whole}{comma}{rest}"),
        }
    }

    /// Points with their sign.
    pub fn signed(self, points: Points) -> String {
        let text = self.points(points);
        if points > Points::ZERO { format!("+{text}") } else { text }
    }
}
