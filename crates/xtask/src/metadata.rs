//! What cargo knows of the workspace: packages, features, targets, licences.

use serde_json::Value;

use crate::error::{Context, Error, Result};
use crate::process;
use crate::workspace::Workspace;

/// The output of `cargo metadata`.
pub struct Metadata {
    packages: Vec<Package>,
}

/// One package of the graph.
#[derive(Debug, Clone)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence expression, if it names one.
    pub license: Option<String>,
    /// Where it comes from; nothing for the workspace's own.
    pub source: Option<String>,
    /// The lowest compiler it says it builds with.
    pub rust_version: Option<String>,
    /// Its features, in order of name.
    pub features: Vec<String>,
    /// Its targets as pairs of kind and name.
    targets: Vec<(String, String)>,
}

impl Metadata {
    /// Asks cargo about the workspace with all features on.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let mut cargo = process::cargo();
        cargo.current_dir(workspace.root()).args(["metadata", "--format-version=1", "--all-features"]);
        Self::from_json(&process::output(&mut cargo)?)
    }

    fn from_json(text: &str) -> Result<Self> {
        let json: Value = serde_json::from_str(text).context(|| "the output of cargo metadata".to_owned())?;
        let packages = list(&json, "packages").iter().map(Package::from_json).collect::<Result<_>>()?;
        Ok(Self { packages })
    }

    /// All packages of the graph, the workspace's own among them.
    pub fn packages(&self) -> &[Package] {
        &self.packages
    }

    /// The workspace's own packages.
    pub fn own(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.source.is_none())
    }

    /// The core.
    pub fn core(&self) -> Result<&Package> {
        let core = self.own().find(|package| package.name == "smarketing");
        core.ok_or_else(|| Error::new("the workspace has no package `smarketing`"))
    }
}

impl Package {
    fn from_json(json: &Value) -> Result<Self> {
        let text = |key: &str| json.get(key).and_then(Value::as_str).map(str::to_owned);
        let required = |key: &str| text(key).ok_or_else(|| Error::new(format!("cargo metadata: no `{key}`")));
        let features = json.get("features").and_then(Value::as_object);
        let mut targets = Vec::new();
        for target in list(json, "targets") {
            let name = target.get("name").and_then(Value::as_str).unwrap_or_default();
            for kind in list(target, "kind").iter().filter_map(Value::as_str) {
                targets.push((kind.to_owned(), name.to_owned()));
            }
        }
        Ok(Self {
            name: required("name")?,
            version: required("version")?,
            license: text("license"),
            source: text("source"),
            rust_version: text("rust_version"),
            features: features.map(|features| features.keys().cloned().collect()).unwrap_or_default(),
            targets,
        })
    }

    /// The names of its targets of one kind: `example`, `bench`, `test`, `lib`.
    pub fn targets<'p>(&'p self, kind: &str) -> Vec<&'p str> {
        self.targets.iter().filter(|(of, _)| of == kind).map(|(_, name)| name.as_str()).collect()
    }
}

fn list<'j>(json: &'j Value, key: &str) -> &'j [Value] {
    json.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Metadata;

    const SAMPLE: &str = r#"{"packages": [
        {"name": "smarketing", "version": "0.1.0", "license": "Apache-2.0", "source": null, "rust_version": "1.90",
         "features": {"toml": ["dep:toml"], "default": ["toml"]},
         "targets": [{"kind": ["lib"], "name": "smarketing"}, {"kind": ["example"], "name": "score"}]},
        {"name": "toml", "version": "1.2.1", "license": "MIT", "source": "registry", "features": {}, "targets": []}
    ]}"#;

    #[test]
    fn packages_are_read() {
        let metadata = Metadata::from_json(SAMPLE).unwrap();
        let core = metadata.core().unwrap();
        assert_eq!(core.features, ["default", "toml"]);
        assert_eq!(core.targets("example"), ["score"]);
        assert_eq!((metadata.packages().len(), metadata.own().count()), (2, 1));
    }

    #[test]
    fn what_is_not_metadata_is_an_error() {
        assert!(Metadata::from_json("no").is_err());
        assert!(Metadata::from_json(r#"{"packages": [{"name": "half"}]}"#).is_err());
        assert!(Metadata::from_json("{}").unwrap().core().is_err());
    }
}
