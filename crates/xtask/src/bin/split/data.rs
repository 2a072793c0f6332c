//! Which of the two files brings which data.

use std::ops::Range;

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

use crate::Result;

/// The shortest piece that the rest brings: a place costs some bytes too, and zeros cost as good as nothing.
const SHORTEST: usize = 32;

/// Takes the data at some addresses out of the first file, where zeros stand for it. The rest brings that data and no
/// other.
pub fn part(first: &mut Module, rest: &mut Module, spare: &[Range<usize>]) -> Result<()> {
    let memory = rest.get_memory_id()?;
    let all: Vec<_> = rest.data.iter().map(walrus::Data::id).collect();
    all.into_iter().for_each(|id| rest.data.delete(id));
    rest.memories.get_mut(memory).data_segments.clear();
    let together = spare.chunk_by(|one, next| one.end == next.start);
    let together: Vec<Range<usize>> = together.filter_map(|run| Some(run.first()?.start..run.last()?.end)).collect();
    let all: Vec<_> = first.data.iter().map(walrus::Data::id).collect();
    for id in all {
        let data = first.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else {
            return Err("a segment of the data has no place".into());
        };
        let start = usize::try_from(start)?;
        let within = |range: &Range<usize>| Some(range.start.checked_sub(start)?..range.end.checked_sub(start)?);
        for range in together.iter().filter(|range| range.len() >= SHORTEST) {
            let Some(bytes) = within(range).and_then(|range| data.value.get_mut(range)) else { continue };
            let offset = ConstExpr::Value(Value::I32(i32::try_from(range.start)?));
            let added = rest.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
            rest.memories.get_mut(memory).data_segments.insert(added);
            bytes.fill(0);
        }
    }
    Ok(())
}
