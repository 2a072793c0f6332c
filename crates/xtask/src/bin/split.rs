//! Splits a wasm file into a first one, which does what most pages need, and the rest, which joins it in the same
//! memory.
//!
//! The core has its functions in a table. Those whose names contain a MARK, COUNT in all, are left out of the first
//! file's table, and everything that only they call goes with them; the rest puts them back into their places. What is
//! called through the table otherwise stays in the first file, so nothing there can miss anything. A TEXT is a file
//! whose bytes only the rest needs; that nothing else reads them is for tests of the first file alone to show. The
//! REPORT says how many bytes of code each function of both files has, by its name.
#![forbid(unsafe_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::process::ExitCode;

use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportId,
    ImportKind, ImportedFunction, MemoryId, Module, ModuleConfig, passes,
};

type Result<T> = std::result::Result<T, String>;

const USAGE: &str =
    "split --functions COUNT [--later MARK]... [--text TEXT]... [--report REPORT] INPUT.wasm FIRST.wasm REST.wasm";

/// The name by which the rest imports from the first file.
const FIRST: &str = "first";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<String>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(given: &[String]) -> Result<()> {
    let [options @ .., input, first_path, rest_path] = given else { return Err(USAGE.to_owned()) };
    let (options, []) = options.as_chunks::<2>() else { return Err(USAGE.to_owned()) };
    let values = |name: &str| -> Vec<&String> {
        options.iter().filter(|[option, _]| option == name).map(|[_, value]| value).collect()
    };
    let (count, marks, texts) = (values("--functions"), values("--later"), values("--text"));
    let bytes = read(input)?;
    let slots = later(&parsed(&bytes)?, &marks);
    let later: BTreeSet<usize> = slots.iter().copied().collect();
    if [slots.len(), later.len()].iter().any(|found| count != [&found.to_string()]) {
        // Two functions that came out the same would be one in two places, and might be needed in both files.
        return Err(format!("{} places of the table are marked, and {count:?} were to be", slots.len()));
    }
    let build = build(&bytes);

    let mut first = parsed(&bytes)?;
    sift(&mut first, |function| !later.contains(&function.index()))?;
    passes::gc::run(&mut first);
    let stays: BTreeSet<usize> = first.funcs.iter().map(|function| function.id().index()).collect();

    let mut rest = parsed(&bytes)?;
    sift(&mut rest, |function| later.contains(&function.index()))?;
    let memory = only_memory(&rest)?;
    let all: Vec<_> = rest.data.iter().map(walrus::Data::id).collect();
    all.into_iter().for_each(|id| rest.data.delete(id));
    rest.memories.get_mut(memory).data_segments.clear();
    for text in texts {
        let place = cut(&mut first, text, &read(text)?)?;
        let kind = DataKind::Active { memory, offset: offset(place.start)? };
        let data = rest.data.add(kind, read(text)?);
        rest.memories.get_mut(memory).data_segments.insert(data);
    }
    borrow(&mut rest, &stays, &build);
    passes::gc::run(&mut rest);
    lend(&mut first, &rest, &build)?;
    passes::gc::run(&mut first);
    for path in values("--report") {
        write(path, report(&first, &rest).as_bytes())?;
    }
    write(first_path, &first.emit_wasm())?;
    write(rest_path, &rest.emit_wasm())
}

fn parsed(bytes: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(bytes).map_err(|error| error.to_string())
}

/// The marked functions by their index, one for each place that they have in the table.
fn later(module: &Module, marks: &[&String]) -> Vec<usize> {
    let marked = |function: &FunctionId| {
        let name = module.funcs.get(*function).name.as_deref().unwrap_or_default();
        marks.iter().any(|mark| name.contains(*mark))
    };
    let tables = module.elements.iter().filter_map(|element| match &element.items {
        ElementItems::Functions(functions) => Some(functions),
        ElementItems::Expressions(..) => None,
    });
    tables.flatten().filter(|function| marked(function)).map(|function| function.index()).collect()
}

/// Leaves only some functions in the table, each in its place.
fn sift(module: &mut Module, stays: impl Fn(FunctionId) -> bool) -> Result<()> {
    let all: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in all {
        let element = module.elements.get(id);
        let (ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(start)) }, ElementItems::Functions(list)) =
            (element.kind.clone(), element.items.clone())
        else {
            return Err("the table is filled in a way that is not understood here".to_owned());
        };
        module.tables.get_mut(table).elem_segments.remove(&id);
        module.elements.delete(id);
        let mut place = start;
        for run in list.chunk_by(|one, other| stays(*one) == stays(*other)) {
            if run.first().is_some_and(|function| stays(*function)) {
                let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(place)) };
                let added = module.elements.add(kind, ElementItems::Functions(run.to_vec()));
                module.tables.get_mut(table).elem_segments.insert(added);
            }
            place += i32::try_from(run.len()).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

fn only_memory(module: &Module) -> Result<MemoryId> {
    module.get_memory_id().map_err(|error| error.to_string())
}

/// Takes a text out of the data, and says where it was.
fn cut(module: &mut Module, name: &str, text: &[u8]) -> Result<Range<usize>> {
    let memory = only_memory(module)?;
    let found = module.data.iter().find_map(|data| {
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { return None };
        let within = data.value.windows(text.len()).position(|bytes| bytes == text)?;
        Some((data.id(), usize::try_from(start).ok()?, within))
    });
    let Some((id, start, within)) = found else {
        return Err(format!("the file does not contain `{name}` in one piece"));
    };
    let place = start + within..start + within + text.len();
    let value = module.data.get(id).value.clone();
    let (before, after) = (value[..within].to_vec(), value[within + text.len()..].to_vec());
    module.memories.get_mut(memory).data_segments.remove(&id);
    module.data.delete(id);
    for (start, value) in [(start, before), (place.end, after)] {
        let data = module.data.add(DataKind::Active { memory, offset: offset(start)? }, value);
        module.memories.get_mut(memory).data_segments.insert(data);
    }
    Ok(place)
}

fn offset(place: usize) -> Result<ConstExpr> {
    i32::try_from(place).map(|place| ConstExpr::Value(Value::I32(place))).map_err(|error| error.to_string())
}

/// Makes imports of everything that the first file has.
fn borrow(rest: &mut Module, stays: &BTreeSet<usize>, build: &str) {
    let exports: Vec<_> = rest.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| rest.exports.delete(id));
    rest.start = None;
    let is_local = |kind: &FunctionKind| matches!(kind, FunctionKind::Local(_));
    let functions = rest.funcs.iter().filter(|function| is_local(&function.kind));
    let functions: Vec<_> = functions.map(|function| (function.id(), function.ty())).collect();
    for (id, ty) in functions.into_iter().filter(|(id, _)| stays.contains(&id.index())) {
        let import = import(rest, 'f', id.index(), id);
        rest.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    let globals: Vec<_> = rest.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        if matches!(rest.globals.get(id).kind, GlobalKind::Local(_)) {
            rest.globals.get_mut(id).kind = GlobalKind::Import(import(rest, 'g', id.index(), id));
        }
    }
    let tables: Vec<_> = rest.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        rest.tables.get_mut(id).import = Some(import(rest, 't', id.index(), id));
    }
    let memories: Vec<_> = rest.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let name = memory_of(build);
        rest.memories.get_mut(id).import = Some(rest.imports.add(FIRST, &name, id));
    }
}

fn import(rest: &mut Module, kind: char, index: usize, what: impl Into<ImportKind>) -> ImportId {
    rest.imports.add(FIRST, &name_of(kind, index), what)
}

/// The name of the memory, by which files of two builds do not fit together.
fn memory_of(build: &str) -> String {
    format!("m0-{build}")
}

/// What tells one build from another.
fn build(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn name_of(kind: char, index: usize) -> String {
    format!("{kind}{index:x}")
}

/// Exports from the first file what the rest imports of it.
fn lend(first: &mut Module, rest: &Module, build: &str) -> Result<()> {
    let functions = first.funcs.iter().map(|one| ('f', one.id().index(), ExportItem::Function(one.id())));
    let globals = first.globals.iter().map(|one| ('g', one.id().index(), ExportItem::Global(one.id())));
    let tables = first.tables.iter().map(|one| ('t', one.id().index(), ExportItem::Table(one.id())));
    let all = functions.chain(globals).chain(tables);
    let mut known: BTreeMap<String, ExportItem> = all.map(|(kind, index, item)| (name_of(kind, index), item)).collect();
    known.insert(memory_of(build), ExportItem::Memory(only_memory(first)?));
    for import in rest.imports.iter() {
        // What JavaScript gives is known to the script that loads the first file, and to nobody else.
        let item = Some(&import.name).filter(|_| import.module == FIRST).and_then(|name| known.remove(name));
        let item = item.ok_or_else(|| format!("the rest needs `{}` of `{}`", import.name, import.module))?;
        first.exports.add(&import.name, item);
    }
    Ok(())
}

/// A line for each function: the file, the bytes of its code in the input, its name; and one for the data of a file.
fn report(first: &Module, rest: &Module) -> String {
    let mut text = String::new();
    for (file, module) in [("first", first), ("rest", rest)] {
        for function in module.funcs.iter() {
            let FunctionKind::Local(local) = &function.kind else { continue };
            let bytes = local.original_range.as_ref().map_or(0, ExactSizeIterator::len);
            text.push_str(&format!("{file} {bytes} {}\n", function.name.as_deref().unwrap_or("?")));
        }
        let data: usize = module.data.iter().map(|data| data.value.len()).sum();
        text.push_str(&format!("{file} {data} data\n"));
    }
    text
}

fn read(path: &str) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read `{path}`: {error}"))
}

fn write(path: &str, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write `{path}`: {error}"))
}
