//! Sorting where speed does not decide: one sort for all types, instead of one compiled for each.
//!
//! The library's own sort is several kilobytes of code for each type and order. In a page's wasm file
//! that adds up, and most lists here have a dozen elements.

use std::cmp::Ordering;

/// Sorts a list; elements that compare as equal stay in their order.
pub(crate) fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = places(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for at in 0..list.len() {
        while let Some(place) = places.get(at).copied().filter(|place| *place != at) {
            list.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// Sorts a list by a key of its elements; those with equal keys stay in their order.
pub(crate) fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |one, other| key(one).cmp(&key(other)));
}

/// Where each element belongs.
#[inline(never)]
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    let mut places = vec![0; count];
    for (place, element) in order.into_iter().enumerate() {
        if let Some(slot) = places.get_mut(element) {
            *slot = place;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{by, by_key};

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(list: Vec<(u8, u16)>) {
            let (mut own, mut known) = (list.clone(), list);
            by_key(&mut own, |pair| pair.0);
            known.sort_by_key(|pair| pair.0);
            prop_assert_eq!(&own, &known);
            by(&mut own, |one, other| other.cmp(one));
            known.sort_by(|one, other| other.cmp(one));
            prop_assert_eq!(own, known);
        }
    }
}
