//! The nearest known name, for the help of a finding.

/// The known name nearest to what was written, if one is near enough to be meant: at most a third
/// of its letters differ (insertions, deletions, changes and swaps of neighbours each count one,
/// the restricted edit distance of Damerau and Levenshtein), or one begins with the other.
pub(crate) fn nearest<'n>(written: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let written: Vec<char> = super::fold(written).chars().collect();
    let mut best: Option<((usize, usize), &'n str)> = None;
    for name in known {
        let letters: Vec<char> = super::fold(name).chars().collect();
        let longest = written.len().max(letters.len());
        let shortest = written.len().min(letters.len());
        let differing = distance(&written, &letters);
        let mut distance = differing;
        let prefix = shortest >= 3 && written.iter().zip(&letters).all(|(a, b)| a == b);
        if prefix {
            distance = distance.min(1.max(longest / 4));
        }
        let near = prefix || distance <= (longest / 3).max(1) && distance < longest;
        // Of names that are as near, the one with fewer letters to change.
        let rank = (distance, differing);
        if near && best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Restricted edit distance; three rows suffice.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut previous: Option<char> = None;
    for (row, &letter) in from.iter().enumerate() {
        let mut current = vec![row.saturating_add(1)];
        let mut left: Option<char> = None;
        for (column, &other) in to.iter().enumerate() {
            let next = column.saturating_add(1);
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX);
            let mut cost = at(&last, column).saturating_add(usize::from(letter != other));
            cost = cost.min(at(&last, next).saturating_add(1)).min(at(&current, column).saturating_add(1));
            if previous == Some(other) && left == Some(letter) {
                cost = cost.min(at(&before_last, column.saturating_sub(1)).saturating_add(1));
            }
            current.push(cost);
            left = Some(other);
        }
        before_last = std::mem::replace(&mut last, current);
        previous = Some(letter);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name() {
        assert_eq!(nearest("emplyoees", ["industry", "employees", "email"]), Some("employees"));
        assert_eq!(nearest("Softwar", ["software", "finance"]), Some("software"));
        assert_eq!(nearest("demo", ["page_view", "demo_request"]), Some("demo_request"));
    }

    #[test]
    fn what_is_far_is_not_guessed() {
        assert_eq!(nearest("colour", ["industry", "employees"]), None);
        assert_eq!(nearest("", ["industry"]), None);
    }
}
