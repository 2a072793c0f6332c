//! The schema of documents narrowed to one agreement: its fields and their values, its types of
//! interaction, its stages, and every name by which one part refers to another.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::predicates::{literal, of_field, of_result, one_or_many, words};
use crate::Agreement;
use crate::agreement::compiled::Compiled;
use crate::condition::results::ResultName;
use crate::vocabulary::compiled::CompiledField;

impl Agreement {
    /// The JSON Schema of this agreement's document, as JSON text: [`schema`](crate::schema), with the
    /// fields, values, types of interaction and ids that this agreement has, so that an editor offers
    /// them and marks what is none.
    ///
    /// ```
    /// # use smarketing::Agreement;
    /// let agreement = Agreement::from_json(r#"{
    ///     "smarketing": 1,
    ///     "agreement": { "name": "First", "version": "1" },
    ///     "fields": { "industry": { "type": "category", "values": ["software", "retail"] } }
    /// }"#)?;
    /// let schema: serde_json::Value = serde_json::from_str(&agreement.schema())?;
    /// let field = &schema["$defs"]["field.industry"];
    /// assert_eq!(field["anyOf"][0], serde_json::json!({ "enum": ["software", "retail"] }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn schema(&self) -> String {
        let Ok(mut schema) = serde_json::from_str::<Value>(super::schema()) else { return super::schema().to_owned() };
        let mut narrowing = Narrowing { compiled: &self.0, definitions: Map::new() };
        narrowing.names();
        narrowing.conditions(schema.get("$defs").and_then(|all| all.get("Condition")));
        narrowing.points_by(schema.get("$defs").and_then(|all| all.get("PointsBy")));
        narrowing.facts(schema.get("$defs"));
        let Narrowing { definitions, .. } = narrowing;
        if let Some(all) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
            all.extend(definitions);
            self.refer(all);
        }
        crate::json::to_string(&schema)
    }

    /// Points the keys that hold a name to the names there are.
    fn refer(&self, definitions: &mut Map<String, Value>) {
        let to = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
        let types = one_or_many(&to("interaction_type"));
        let filter = to("InteractionCondition");
        let changes = [
            ("Rule", "on", types.clone()),
            ("Rule", "where", filter.clone()),
            ("Rule", "group", to("group")),
            ("Adjustment", "on", types.clone()),
            ("FastTrack", "on", types.clone()),
            ("FastTrack", "where", filter.clone()),
            ("FastTrack", "to", to("fast_track")),
            ("Question", "type", types),
            ("Question", "where", filter),
            ("Question", "distinct", to("property")),
            ("StageCriteria", "requires", one_or_many(&to("field"))),
            (
                "Lifecycle",
                "groups",
                json!({
                    "type": "object",
                    "additionalProperties": { "type": "array", "items": to("stage") },
                }),
            ),
            ("Clock", "calendar", to("calendar")),
            ("HandoverNeed", "purpose", to("purpose")),
            ("FrequencyCap", "purpose", to("purpose")),
            ("Expectation", "grade", to("grade")),
            ("Expectation", "band", to("band")),
            ("Expectation", "persona", to("persona")),
            ("Expectation", "icp_tier", to("tier")),
            ("Interaction", "type", to("interaction_type")),
            ("Interaction", "properties", to("properties")),
        ];
        for (name, key, wanted) in changes {
            let found = definitions.get_mut(name).and_then(|schema| schema.get_mut("properties")?.get_mut(key));
            if let (Some(found), Value::Object(mut wanted)) = (found, wanted) {
                let about = found.get("description").cloned();
                wanted.extend(about.map(|about| ("description".to_owned(), about)));
                *found = Value::Object(wanted);
            }
        }
        let stages = definitions.get_mut("Lifecycle").and_then(|schema| schema.get_mut("properties")?.get_mut("stage"));
        if let Some(Value::Object(stages)) = stages.and_then(|stage| stage.get_mut("properties")) {
            let known = &self.document().lifecycle.stages;
            stages.retain(|name, _| known.iter().any(|stage| stage.as_str() == name));
        }
    }
}

/// The definitions that an agreement adds.
struct Narrowing<'a> {
    compiled: &'a Compiled,
    definitions: Map<String, Value>,
}

impl Narrowing<'_> {
    fn define(&mut self, name: &str, schema: Value) {
        self.definitions.insert(name.to_owned(), schema);
    }

    /// Lists of names by what they name.
    fn names(&mut self) {
        let compiled = self.compiled;
        let document = &compiled.document;
        let stages = &document.lifecycle.stages;
        let labels = |result: ResultName| {
            let labels = compiled.names.labels(result);
            let mut labels: Vec<String> = labels.iter().flatten().map(ToString::to_string).collect();
            labels.dedup();
            words(labels.iter().map(String::as_str))
        };
        let consent = document.consent.as_ref();
        let purposes = consent.map(|consent| consent.purpose_names()).unwrap_or_default();
        let calendars = document.handover.as_ref().map(|handover| handover.calendars.names().collect::<Vec<_>>());
        let fields = compiled.vocabulary.fields.iter().map(|field| &*field.name);
        let countries: Vec<&str> = crate::Country::all().map(crate::Country::code).collect();
        for (name, schema) in [
            ("field", words(fields)),
            ("interaction_type", words(compiled.vocabulary.types.iter().map(|kind| &*kind.name))),
            ("property", words(self.properties().into_keys())),
            ("group", words(document.scoring.groups.names())),
            ("stage", words(stages.iter().map(|stage| stage.as_str()))),
            ("fast_track", words(stages.iter().filter(|stage| stage.is_assessed()).map(|stage| stage.as_str()))),
            ("calendar", words(calendars.unwrap_or_default())),
            ("purpose", words(purposes)),
            ("grade", labels(ResultName::Grade)),
            ("band", labels(ResultName::Band)),
            ("persona", labels(ResultName::Persona)),
            ("tier", labels(ResultName::IcpTier)),
            (
                "Country",
                json!({
                    "description": "A country: its code, or a name that people use for it.",
                    "anyOf": [{ "enum": countries }, { "type": "string" }],
                }),
            ),
        ] {
            self.define(name, schema);
        }
    }

    /// The properties of all types of interaction by name: of one name there may be several.
    fn properties(&self) -> BTreeMap<&'_ str, Vec<&'_ CompiledField>> {
        let mut properties: BTreeMap<&str, Vec<&CompiledField>> = BTreeMap::new();
        for field in self.compiled.vocabulary.types.iter().flat_map(|kind| &kind.properties) {
            properties.entry(&*field.name).or_default().push(field);
        }
        properties
    }

    /// Conditions on facts and results, and those of `where` on the properties of an interaction.
    fn conditions(&mut self, wide: Option<&Value>) {
        let Some(Value::Object(wide)) = wide else { return };
        let reserved = wide.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        let compiled = self.compiled;
        let mut keys = reserved.clone();
        for field in &compiled.vocabulary.fields {
            let name = format!("field.{}", field.name);
            keys.insert(field.name.to_string(), json!({ "$ref": format!("#/$defs/{name}") }));
            self.define(&name, of_field(field));
        }
        for name in compiled.names.all() {
            let Some(result) = compiled.names.find(&name) else { continue };
            let definition = format!("result.{name}");
            self.define(&definition, of_result(&compiled.names, result));
            keys.insert(name, json!({ "$ref": format!("#/$defs/{definition}") }));
        }
        let condition = |keys: Map<String, Value>| {
            let mut condition = wide.clone();
            condition.insert("properties".to_owned(), Value::Object(keys));
            condition.insert("additionalProperties".to_owned(), Value::Bool(false));
            Value::Object(condition)
        };
        self.define("Condition", condition(keys));

        let one = json!({ "$ref": "#/$defs/InteractionCondition" });
        let list = json!({ "type": "array", "items": one, "minItems": 1 });
        let predicate = json!({ "$ref": "#/$defs/Predicate" });
        let mut keys = Map::new();
        for (name, schema) in
            [("all", &list), ("any", &list), ("not", &one), ("nth", &predicate), ("since_previous", &predicate)]
        {
            keys.insert(name.to_owned(), schema.clone());
        }
        for (name, fields) in self.properties() {
            let mut predicates: Vec<Value> = fields.iter().map(|field| of_field(field)).collect();
            predicates.dedup();
            let predicate = if predicates.len() == 1 { predicates.pop() } else { Some(json!({ "anyOf": predicates })) };
            keys.extend(predicate.map(|predicate| (name.to_owned(), predicate)));
        }
        self.define("InteractionCondition", condition(keys));
    }

    /// Points by values that a field has, by steps and in proportion of numbers.
    fn points_by(&mut self, wide: Option<&Value>) {
        let Some(Value::Array(shapes)) = wide.and_then(|wide| wide.get("anyOf")) else { return };
        let compiled = self.compiled;
        let fields = &compiled.vocabulary.fields;
        let results: Vec<(String, ResultName)> = compiled
            .names
            .all()
            .into_iter()
            .filter_map(|name| compiled.names.find(&name).map(|found| (name, found)))
            .collect();
        let numbers = results.iter().filter(|(_, result)| result.is_number()).map(|(name, _)| name.as_str());
        let numbers = fields.iter().filter(|field| field.kind.is_number()).map(|field| &*field.name).chain(numbers);
        let numbers = words(numbers.collect::<Vec<_>>());
        // Values of a closed list are keys; others are whatever the author writes.
        let (closed, open): (Vec<&CompiledField>, Vec<&CompiledField>) =
            fields.iter().partition(|field| !field.values.is_empty());
        let mut narrowed = Vec::new();
        for shape in shapes {
            let Some(keys) = shape.get("properties").and_then(Value::as_object) else { continue };
            if !keys.contains_key("values") {
                narrowed.push(with(shape, "field", &numbers));
                continue;
            }
            narrowed.push(with(shape, "field", &words(open.iter().map(|field| &*field.name))));
            let lists =
                closed.iter().map(|field| (&*field.name, field.values.iter().map(|(_, value)| &**value).collect()));
            let labels = results.iter().map(|(name, result)| (name.as_str(), compiled.names.labels(*result)));
            let labels = labels.filter(|(_, labels)| !labels.is_empty()).collect::<Vec<_>>();
            let labels =
                labels.iter().map(|(name, labels)| (*name, labels.iter().flatten().map(|label| &**label).collect()));
            for (name, values) in lists.chain(labels) {
                let values: Vec<&str> = values;
                let points = keys.get("values").and_then(|values| values.get("additionalProperties"));
                let table: Map<String, Value> =
                    values.iter().map(|value| ((*value).to_owned(), points.cloned().unwrap_or_default())).collect();
                let table =
                    json!({ "type": "object", "properties": table, "additionalProperties": false, "minProperties": 1 });
                narrowed.push(with(&with(shape, "field", &json!({ "const": name })), "values", &table));
            }
        }
        let mut schema = json!({ "anyOf": narrowed });
        if let (Some(schema), Some(about)) = (schema.as_object_mut(), wide.and_then(|wide| wide.get("description"))) {
            schema.insert("description".to_owned(), about.clone());
        }
        self.define("PointsBy", schema);
    }

    /// The facts of examples by field, and the properties of their interactions.
    fn facts(&mut self, all: Option<&Value>) {
        let fact = json!({ "$ref": "#/$defs/Fact" });
        let value = json!({ "$ref": "#/$defs/Value" });
        if let Some(Value::Object(lead)) = all.and_then(|all| all.get("Lead")) {
            let mut lead = lead.clone();
            if let Some(Value::Object(keys)) = lead.get_mut("properties") {
                for field in &self.compiled.vocabulary.fields {
                    let closed = !field.values.is_empty();
                    // What is no value of a field is a finding of the assessment, not of the document.
                    let known = if closed { json!({ "anyOf": [literal(field), fact] }) } else { fact.clone() };
                    keys.entry(&*field.name).or_insert(known);
                }
            }
            lead.insert("additionalProperties".to_owned(), Value::Bool(false));
            self.define("Lead", Value::Object(lead));
        }
        let properties: Map<String, Value> =
            self.properties().into_keys().map(|name| (name.to_owned(), value.clone())).collect();
        self.define("properties", json!({ "type": "object", "properties": properties, "additionalProperties": false }));
    }
}

/// A schema with another schema for one of its keys.
fn with(shape: &Value, key: &str, wanted: &Value) -> Value {
    let mut shape = shape.clone();
    if let Some(found) = shape.get_mut("properties").and_then(|keys| keys.get_mut(key)) {
        *found = wanted.clone();
    }
    shape
}
