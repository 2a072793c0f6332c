//! What needs what in a linked file, as the linker noted it: every place in the code and the data where the address of a
//! function or of data stands.
//!
//! A linker that is told `--emit-relocs` keeps these notes; the tool conventions of WebAssembly
//! (<https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>) say how they are written.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    Data, DataKind, Element, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Linking,
    LinkingSectionReader, Operator, Parser, Payload, RelocSectionReader, RelocationType, SymbolInfo, TypeRef,
};

use crate::Result;

/// A linked file: its functions, its data, and what each of them names.
#[derive(Default)]
pub struct Linked {
    /// The functions by their indexes; those that are imported come first, and have no code.
    functions: Vec<Function>,
    /// What the world outside calls.
    roots: Vec<Target>,
    /// The functions by their places in the table.
    table: BTreeMap<usize, usize>,
    segments: Vec<Segment>,
    /// The data in pieces that lie apart from each other, in order.
    pieces: Vec<Piece>,
}

#[derive(Default)]
struct Function {
    /// Where its code stands in the file.
    code: Range<usize>,
    names: Vec<Target>,
}

/// The data of one symbol, or of several that share bytes.
struct Piece {
    addresses: Range<usize>,
    names: Vec<Target>,
}

/// A segment of the data: where its bytes stand in the file, and at which address they go.
struct Segment {
    bytes: Range<usize>,
    address: usize,
    /// Whether nothing ever changes them.
    constant: bool,
}

/// What the linker calls data that nothing changes.
const CONSTANT: &str = ".rodata";

/// A function by its index, or the data at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Function(usize),
    Address(usize),
}

/// What is needed when some of the functions are not.
pub struct Needed {
    /// The places in the table whose functions are needed.
    pub places: BTreeSet<usize>,
    /// The addresses of the constant data that is not needed, in order. What can change is always needed: who brings it
    /// later would set it back.
    pub spare: Vec<Range<usize>>,
}

impl Linked {
    /// Reads a file with the linker's notes.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        let (mut sections, mut linking, mut notes) = (Vec::new(), None, Vec::new());
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            sections.extend(payload.as_section().map(|(_, range)| range.start));
            match &payload {
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(section) => linking = Some(section),
                    KnownCustom::Reloc(section) => notes.push(section),
                    _ => {}
                },
                _ => linked.section(payload)?,
            }
        }
        let symbols = linked.symbols(linking.ok_or("the linker left no notes: it was not told `--emit-relocs`")?)?;
        for section in notes {
            let start = sections.get(section.section_index() as usize).ok_or("notes of no section")?;
            linked.note(section, *start, &symbols)?;
        }
        Ok(linked)
    }

    /// Takes what a section has to say.
    fn section(&mut self, payload: Payload<'_>) -> Result<()> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_)) {
                        self.functions.push(Function::default());
                    }
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.roots.push(Target::Function(export.index as usize));
                    }
                }
            }
            Payload::StartSection { func, .. } => self.roots.push(Target::Function(func as usize)),
            Payload::ElementSection(elements) => {
                for element in elements {
                    self.table.extend(places(element?)?);
                }
            }
            Payload::CodeSectionEntry(body) => self.functions.push(function(&body)?),
            Payload::DataSection(segments) => {
                for data in segments {
                    self.segments.push(segment(&data?)?);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What each symbol stands for. The data of all symbols becomes the pieces.
    fn symbols(&mut self, linking: LinkingSectionReader<'_>) -> Result<Vec<Option<Target>>> {
        let mut symbols = Vec::new();
        let mut ranges = Vec::new();
        for part in linking.subsections() {
            let table = match part? {
                Linking::SymbolTable(table) => table,
                Linking::SegmentInfo(list) => {
                    for (segment, info) in self.segments.iter_mut().zip(list) {
                        segment.constant = info?.name.starts_with(CONSTANT);
                    }
                    continue;
                }
                _ => continue,
            };
            for symbol in table {
                symbols.push(match symbol? {
                    SymbolInfo::Func { index, .. } => Some(Target::Function(index as usize)),
                    SymbolInfo::Data { symbol: Some(data), .. } => {
                        self.segments.get(data.index as usize).map(|segment| {
                            let start = segment.address + data.offset as usize;
                            ranges.push(start..start + data.size as usize);
                            Target::Address(start)
                        })
                    }
                    _ => None,
                });
            }
        }
        ranges.retain(|range| !range.is_empty());
        ranges.sort_by_key(|range| (range.start, range.end));
        for range in ranges {
            match self.pieces.last_mut() {
                Some(last) if range.start < last.addresses.end => {
                    last.addresses.end = last.addresses.end.max(range.end);
                }
                _ => self.pieces.push(Piece { addresses: range, names: Vec::new() }),
            }
        }
        Ok(symbols)
    }

    /// Adds what the code or the data names, by the notes of its section.
    fn note(&mut self, section: RelocSectionReader<'_>, start: usize, symbols: &[Option<Target>]) -> Result<()> {
        for entry in section.entries() {
            let entry = entry?;
            // Types are counted by themselves, and are not symbols.
            if entry.ty == RelocationType::TypeIndexLeb {
                continue;
            }
            let symbol = symbols.get(entry.index as usize).ok_or("a note of no symbol")?;
            let Some(target) = *symbol else { continue };
            let at = start + entry.offset as usize;
            if let Some(function) = self.function_at(at) {
                function.names.push(target);
            } else if let Some(piece) = self.address_of(at).and_then(|address| self.piece_at(address)) {
                self.pieces[piece].names.push(target);
            } else if self.address_of(at).is_some() {
                // Nobody knows whose data this is.
                self.roots.push(target);
            }
        }
        Ok(())
    }

    fn function_at(&mut self, at: usize) -> Option<&mut Function> {
        let after = self.functions.partition_point(|function| function.code.start <= at);
        self.functions[..after].last_mut().filter(|function| function.code.contains(&at))
    }

    fn address_of(&self, at: usize) -> Option<usize> {
        let segment = self.segments.iter().find(|segment| segment.bytes.contains(&at))?;
        Some(segment.address + at - segment.bytes.start)
    }

    fn piece_at(&self, address: usize) -> Option<usize> {
        let piece = self.pieces.partition_point(|piece| piece.addresses.start <= address).checked_sub(1)?;
        self.pieces[piece].addresses.contains(&address).then_some(piece)
    }

    /// The places of the table that are filled, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.table.keys().copied()
    }

    fn is_constant(&self, address: usize) -> bool {
        let holds = |segment: &&Segment| (segment.address..segment.address + segment.bytes.len()).contains(&address);
        self.segments.iter().find(holds).is_some_and(|segment| segment.constant)
    }

    /// What is needed without the functions in some places of the table. An error if code names one of them: who calls
    /// it needs it.
    pub fn needed(&self, without: &BTreeSet<usize>) -> Result<Needed> {
        let cut: BTreeSet<usize> = without.iter().filter_map(|place| self.table.get(place).copied()).collect();
        let is_cut = |target: &Target| matches!(target, Target::Function(function) if cut.contains(function));
        if self.functions.iter().flat_map(|function| &function.names).chain(&self.roots).any(is_cut) {
            return Err("a marked function is named by code, and not by the table of functions alone".into());
        }
        let (mut functions, mut pieces) = (BTreeSet::new(), BTreeSet::new());
        let mut open = self.roots.clone();
        while let Some(target) = open.pop() {
            match target {
                Target::Function(function) if !cut.contains(&function) && functions.insert(function) => {
                    open.extend(self.functions.get(function).into_iter().flat_map(|function| &function.names));
                }
                Target::Function(_) => {}
                Target::Address(address) => {
                    if let Some(piece) = self.piece_at(address).filter(|piece| pieces.insert(*piece)) {
                        open.extend(&self.pieces[piece].names);
                    }
                }
            }
        }
        let places = self.table.iter().filter(|(_, function)| functions.contains(function)).map(|(place, _)| *place);
        let spare = (0..).zip(&self.pieces).filter(|(piece, _)| !pieces.contains(piece));
        let spare =
            spare.map(|(_, piece)| piece.addresses.clone()).filter(|addresses| self.is_constant(addresses.start));
        Ok(Needed { places: places.collect(), spare: spare.collect() })
    }
}

/// The functions of an element by their places in the table.
fn places(element: Element<'_>) -> Result<Vec<(usize, usize)>> {
    let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) = (element.kind, element.items)
    else {
        return Err("the table is filled in a way that is not understood here".into());
    };
    let start = constant(&offset_expr)?;
    (start..).zip(functions).map(|(place, function)| Ok((place, function? as usize))).collect()
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<usize> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(usize::try_from(value)?),
        _ => Err("the place of a segment is no constant".into()),
    }
}

/// A function with the functions that it calls. The linker writes some itself, and leaves no notes of what they call.
fn function(body: &FunctionBody<'_>) -> Result<Function> {
    let mut function = Function { code: body.range(), names: Vec::new() };
    for operator in body.get_operators_reader()? {
        if let Operator::Call { function_index } = operator? {
            function.names.push(Target::Function(function_index as usize));
        }
    }
    Ok(function)
}

fn segment(data: &Data<'_>) -> Result<Segment> {
    let DataKind::Active { offset_expr, .. } = &data.kind else {
        return Err("a segment of the data has no place".into());
    };
    let bytes = data.range.end - data.data.len()..data.range.end;
    Ok(Segment { bytes, address: constant(offset_expr)?, constant: false })
}
