// A worker that assesses: it loads the package itself, or the compiled module that it is sent.
import { Agreement, builtInGlossary, init, initSync, SmarketingError } from "/npm/browser.js";

onmessage = async ({ data: { scoring, rest, toml, lead, interactions, asOf } }) => {
  if (scoring) initSync({ scoring, rest });
  else await init();
  try {
    const assessment = Agreement.fromToml(toml).assess(lead, interactions, asOf);
    const words = rest && builtInGlossary().length;
    postMessage({ score: assessment.score, plain: assessment.toJSON(), words });
  } catch (error) {
    postMessage({ error: error instanceof SmarketingError && error.name, findings: error.findings });
  }
};
