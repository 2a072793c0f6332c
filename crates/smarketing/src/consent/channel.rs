//! [`Channel`]: a way to reach a contact, and how its identifiers are compared.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::document::reader::Place;
use crate::text::fold;

/// A way to reach a contact. Consent is given for each one by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Channel {
    /// Electronic mail.
    Email,
    /// A call.
    Phone,
    /// A short message.
    Sms,
    /// A message in a messenger.
    Messenger,
    /// A message in a social network.
    Social,
    /// A letter.
    Post,
}

const NAMES: [(&str, Channel); 6] = [
    ("email", Channel::Email),
    ("phone", Channel::Phone),
    ("sms", Channel::Sms),
    ("messenger", Channel::Messenger),
    ("social", Channel::Social),
    ("post", Channel::Post),
];

impl Channel {
    /// Every channel.
    pub const ALL: [Channel; 6] =
        [Channel::Email, Channel::Phone, Channel::Sms, Channel::Messenger, Channel::Social, Channel::Post];

    /// Its name in documents and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, channel)| *channel == self).map_or("email", |(name, _)| name)
    }

    pub(crate) fn read(place: &Place<'_, '_>) -> Option<Self> {
        place.choice(&NAMES)
    }

    /// The channel of a table's key; a key that is none is reported.
    pub(crate) fn from_key(key: &str, place: &Place<'_, '_>) -> Option<Self> {
        let found = NAMES.iter().find(|(name, _)| *name == key).map(|(_, channel)| *channel);
        if found.is_none() {
            let message = format!("`{key}` is not a channel");
            let finding = crate::Finding::new(crate::Code::InvalidValue, place.path(), message);
            place.sink.report_key(finding.suggest(key, NAMES.iter().map(|(name, _)| *name)));
        }
        found
    }

    /// An address or number in the form in which equal ones are equal: addresses without regard to
    /// case, numbers without punctuation and with `+` for `00`.
    ///
    /// A number without its country's code stays as it is: which country is meant is not known here.
    ///
    /// ```
    /// use smarketing::Channel;
    /// assert_eq!(&*Channel::Email.identifier(" CIO@Firm.example "), "cio@firm.example");
    /// assert_eq!(&*Channel::Phone.identifier("0049 (0)30 / 1234-56"), "+4930123456");
    /// ```
    #[must_use]
    pub fn identifier(self, text: &str) -> Arc<str> {
        let is_number = matches!(self, Channel::Phone | Channel::Sms | Channel::Messenger);
        if is_number && !text.chars().any(char::is_alphabetic) {
            return number(text).into();
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        fold(&words.join(" ")).as_ref().into()
    }
}

fn number(text: &str) -> String {
    let text = text.trim();
    let international = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
    // The zero in brackets is only dialled within the country.
    let national = international.map_or_else(|| text.to_owned(), |rest| rest.replace("(0)", ""));
    let digits = national.chars().filter(char::is_ascii_digit);
    if international.is_some() { std::iter::once('+').chain(digits).collect() } else { digits.collect() }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Channel;

    #[test]
    fn equal_identifiers_are_equal() {
        let same = |channel: Channel, a: &str, b: &str| channel.identifier(a) == channel.identifier(b);
        assert!(same(Channel::Phone, "+49 30 123456", "0049-30-123456"));
        assert!(same(Channel::Sms, "+49 (0)30 123456", "+4930123456"));
        assert!(!same(Channel::Phone, "030 123456", "+49 30 123456"));
        assert!(same(Channel::Messenger, "@Ines", "@ines "));
        assert!(same(Channel::Post, "Hauptstraße 1,  Bonn", "hauptstrasse 1, bonn"));
        assert!(!same(Channel::Email, "a@firm.example", "b@firm.example"));
    }
}
