//! Personas that no lead can be recognised as.

use super::Stranger;
use crate::condition::expression::Expression;
use crate::document::reader::Sink;
use crate::finding::{Code, Finding, Path};
use crate::possible::search::Proof;
use crate::profile::compiled::CompiledPersona;

#[inline(never)]
pub(super) fn check(stranger: &Stranger, sink: &Sink) {
    let personas = &stranger.compiled().personas;
    for (at, persona) in personas.iter().enumerate() {
        let path = Path::root().key("personas").index(at);
        if persona.clauses.is_empty() {
            let message = format!("nothing recognises the persona `{}`", persona.id);
            let finding = Finding::new(Code::PersonaNeverRecognised, path, message);
            sink.report(finding.help("say under `when` by which facts a lead is recognised as it"));
            continue;
        }
        let own = clauses(persona);
        if stranger.can(&own, &[]) == Proof::Impossible {
            let message = format!("no lead can be the persona `{}`: its conditions never hold together", persona.id);
            sink.report(Finding::new(Code::PersonaNeverRecognised, path.key("when"), message));
            continue;
        }
        // Of personas that match equally the first counts, so that an easier one before it hides it.
        let earlier = personas.iter().take(at).filter(|other| !other.clauses.is_empty());
        for other in earlier {
            let all = Expression::All(clauses(other).into_iter().cloned().collect());
            if stranger.can(&own, &[&all]) == Proof::Impossible {
                let message = format!(
                    "whoever is the persona `{}` is `{}` as well, which stands before it and wins",
                    persona.id, other.id
                );
                let finding = Finding::new(Code::PersonaNeverRecognised, path.clone(), message);
                sink.report(finding.help("put the narrower persona first"));
                break;
            }
        }
    }
}

fn clauses(persona: &CompiledPersona) -> Vec<&Expression> {
    persona.clauses.iter().map(|clause| &clause.expression).collect()
}
