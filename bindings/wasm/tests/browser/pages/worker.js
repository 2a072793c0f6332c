// A worker that assesses: it loads the package itself, or the compiled module that it is sent.
import { Agreement, init, initSync, SmarketingError } from "/npm/browser.js";

onmessage = async ({ data: { scoring, toml, lead, interactions, asOf } }) => {
  if (scoring) initSync({ scoring });
  else await init();
  try {
    const assessment = Agreement.fromToml(toml).assess(lead, interactions, asOf);
    postMessage({ score: assessment.score, plain: assessment.toJSON() });
  } catch (error) {
    postMessage({ error: error instanceof SmarketingError && error.name, findings: error.findings });
  }
};
