// The public names of the library, but for loading it, which differs from place to place.
export { Agreement, BoundLead } from "./agreement.js";
export { Assessment } from "./assessment.js";
export { AgreementError, RefusalError, RequestError, SmarketingError } from "./errors.js";
export * from "./generated/functions.js";
export { loadNow as initSync } from "./native.js";
export { inLanguage } from "./texts.js";
