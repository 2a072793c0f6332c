//! Splits a wasm file into a first one, which does what most pages need, and the rest, which joins it in the same
//! memory.
//!
//! The core has its functions in a table. Those whose names contain a MARK, COUNT in all, are left out of the first
//! file, and everything that only they need goes with them: code and data, by what the linker noted in LINKED, the file
//! that INPUT was made of. The rest puts them back into their places. The REPORT says how many bytes of code each
//! function of both files has, by its name.
#![forbid(unsafe_code)]

mod data;
mod linked;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::ExitCode;

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportId, ImportKind,
    ImportedFunction, Module, ModuleConfig, passes,
};

use linked::Linked;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str =
    "split --functions COUNT [--later MARK]... [--report REPORT] LINKED.wasm INPUT.wasm FIRST.wasm REST.wasm";

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
    let [options @ .., linked, input, first_path, rest_path] = given else { return Err(USAGE.into()) };
    let (options, []) = options.as_chunks::<2>() else { return Err(USAGE.into()) };
    let values = |name: &str| -> Vec<&String> {
        options.iter().filter(|[option, _]| option == name).map(|[_, value]| value).collect()
    };
    let (count, marks) = (values("--functions"), values("--later"));
    let bytes = read(input)?;
    let marked = marked(&parsed(&bytes)?, &marks)?;
    let functions: BTreeSet<usize> = marked.values().copied().collect();
    if [marked.len(), functions.len()].iter().any(|found| count != [&found.to_string()]) {
        // Two functions that came out the same would be one in two places, and might be needed in both files.
        return Err(format!("{} places of the table are marked, and {count:?} were to be", marked.len()).into());
    }
    let linked = Linked::read(&read(linked)?)?;
    if !linked.places().eq(table(&parsed(&bytes)?)?.into_keys()) {
        return Err("the table is not that of the linked file".into());
    }
    let needed = linked.needed(&marked.into_keys().collect())?;
    let build = build(&bytes);

    let mut first = parsed(&bytes)?;
    sift(&mut first, |place| needed.places.contains(&place))?;
    passes::gc::run(&mut first);
    let stays: BTreeSet<usize> = first.funcs.iter().map(|function| function.id().index()).collect();

    let mut rest = parsed(&bytes)?;
    sift(&mut rest, |place| !needed.places.contains(&place))?;
    data::part(&mut first, &mut rest, &needed.spare)?;
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
    Ok(config.parse(bytes)?)
}

/// The functions of the table by their places.
fn table(module: &Module) -> Result<BTreeMap<usize, FunctionId>> {
    let mut table = BTreeMap::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. }, ElementItems::Functions(list)) =
            (&element.kind, &element.items)
        else {
            return Err("the table is filled in a way that is not understood here".into());
        };
        table.extend((usize::try_from(*start)?..).zip(list.iter().copied()));
    }
    Ok(table)
}

/// The marked functions by the places that they have in the table.
fn marked(module: &Module, marks: &[&String]) -> Result<BTreeMap<usize, usize>> {
    let is_marked = |function: FunctionId| {
        let name = module.funcs.get(function).name.as_deref().unwrap_or_default();
        marks.iter().any(|mark| name.contains(*mark))
    };
    let table = table(module)?.into_iter().filter(|(_, function)| is_marked(*function));
    Ok(table.map(|(place, function)| (place, function.index())).collect())
}

/// Leaves only some places of the table filled.
fn sift(module: &mut Module, stays: impl Fn(usize) -> bool) -> Result<()> {
    let filled: Vec<(usize, FunctionId)> = table(module)?.into_iter().filter(|(place, _)| stays(*place)).collect();
    let table = module.tables.main_function_table()?.ok_or("there is no table of functions")?;
    let all: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in all {
        module.tables.get_mut(table).elem_segments.remove(&id);
        module.elements.delete(id);
    }
    for run in filled.chunk_by(|one, next| one.0 + 1 == next.0) {
        let Some((start, _)) = run.first() else { continue };
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(i32::try_from(*start)?)) };
        let functions = run.iter().map(|(_, function)| *function).collect();
        let added = module.elements.add(kind, ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(added);
    }
    Ok(())
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
    known.insert(memory_of(build), ExportItem::Memory(first.get_memory_id()?));
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
    let data = |module: &Module| -> usize { module.data.iter().map(|data| data.value.len()).sum() };
    let mut text = String::new();
    // The first file has zeros where the rest puts its data.
    for (file, module, data) in [("first", first, data(first) - data(rest)), ("rest", rest, data(rest))] {
        for function in module.funcs.iter() {
            let FunctionKind::Local(local) = &function.kind else { continue };
            let bytes = local.original_range.as_ref().map_or(0, ExactSizeIterator::len);
            text.push_str(&format!("{file} {bytes} {}\n", function.name.as_deref().unwrap_or("?")));
        }
        text.push_str(&format!("{file} {data} data\n"));
    }
    text
}

fn read(path: &str) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read `{path}`: {error}").into())
}

fn write(path: &str, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write `{path}`: {error}").into())
}
