#include "tools/admin/command.hpp"
#include "tools/admin/mail_bounced.hpp"
#include "tools/admin/mapping_evaluate.hpp"

namespace onereturn::admin {

namespace {

std::vector<Command> commands_for_content() {
  return {
      {.words = {"migrate"},
       .usage = "[FOLDER]",
       .purpose = "brings the database up to date (FOLDER: schemas/database/migrations)",
       .options = {},
       .run = migrate},
      {.words = {"framework", "load"},
       .usage = "FILE... [--check]",
       .purpose = "publishes a framework (docs/formats); --check only says what is wrong",
       .options = {"check"},
       .words_min = 1,
       .run = load_content},
      {.words = {"template", "load"},
       .usage = "FILE... [--check] [--owner BOARD-ID]",
       .purpose = "publishes templates with their scales, and mappings with the template and "
                  "framework they join; says by path what is wrong with a bad one",
       .options = {"check", "owner="},
       .words_min = 1,
       .run = load_content},
      {.words = {"mapping", "evaluate"},
       .usage = "--template T --answers FILE [--mapping FILE] [--framework FILE] "
                "[--catalogue FOLDER] [--board CODE] [--json]",
       .purpose = "prints for each rated or written box: interval, points, state, sources, rule "
                  "(T: a file, or a code in the catalogue; FOLDER: schemas/content)",
       .options = {"template=", "answers=", "mapping=", "framework=", "catalogue=", "board=",
                   "json"},
       .run = evaluate_mapping},
      {.words = {"region", "load"},
       .usage = "FILE --catalogue FOLDER --password-file FILE [--second-factor-file FILE]",
       .purpose = "opens a region: organisations, parties, people, the catalogue, registers, "
                  "audits and requests; doing it again changes nothing",
       .options = {"catalogue=", "password-file=", "second-factor-file="},
       .words_min = 1,
       .run = load_region},
  };
}

std::vector<Command> commands_for_people_and_care() {
  return {
      {.words = {"token", "issue"},
       .usage = "--email ADDRESS [--party NAME] [--role ROLE] [--minutes N]",
       .purpose = "prints a bearer token for the API, for one membership of a person",
       .options = {"email=", "party=", "role=", "minutes="},
       .run = issue_token},
      {.words = {"person", "set-password"},
       .usage = "--email ADDRESS",
       .purpose = "reads the new password from standard input; ends every session of the person",
       .options = {"email="},
       .run = set_password},
      {.words = {"person", "reset-second-factor"},
       .usage = "--email ADDRESS",
       .purpose = "for a lost device: ends every session of the person, who sets up codes anew at "
                  "the next sign-in and is told by mail",
       .options = {"email="},
       .run = reset_second_factor},
      {.words = {"secrets", "reseal"},
       .usage = "",
       .purpose = "seals people's authenticator secrets with ONERETURN_SECRETS_KEY that are sealed "
                  "with a key before it (ONERETURN_SECRETS_KEYS_BEFORE) or with none",
       .options = {},
       .run = reseal_secrets},
      {.words = {"verify", "delivery"},
       .usage = "[--request REQUEST-ID]",
       .purpose = "reads an agency's bearer token from standard input, renders what it froze "
                  "again, and compares texts, points, states, digests and hash with each copy",
       .options = {"request="},
       .run = verify_delivery},
      {.words = {"audit", "verify"},
       .usage = "[--party PARTY-ID] [--anchors FOLDER] [--waiting-max SECONDS]",
       .purpose = "as the login backup: computes every party's trail again and compares it with "
                  "the anchors (FOLDER: ONERETURN_ANCHORS); names what was changed",
       .options = {"party=", "anchors=", "waiting-max="},
       .run = verify_trails},
      {.words = {"unit", "export"},
       .usage = "--unit NAME [--to FOLDER --evidence FOLDER]",
       .purpose = "reads the bearer token of an agency's lead from standard input; prints a unit "
                  "with its history as JSON, or writes it with its files of evidence",
       .options = {"unit=", "to=", "evidence="},
       .run = export_unit},
      {.words = {"unit", "import"},
       .usage = "--from FOLDER --evidence FOLDER",
       .purpose = "reads a lead's bearer token from standard input and brings an exported unit "
                  "into that agency; doing it again changes nothing",
       .options = {"from=", "evidence="},
       .run = import_unit},
      {.words = {"mail", "bounced"},
       .usage = "[--recipient ADDRESS]",
       .purpose = "reads a delivery status notification from standard input, as a mail server "
                  "pipes it (ADDRESS: whom it was for, where its head does not say), and marks the "
                  "reminder and the contact; a delay marks nothing",
       .options = {"recipient="},
       .run = note_bounced_mail},
      {.words = {"health"},
       .usage = "",
       .purpose = "says whether the database answers and what the queue holds",
       .options = {},
       .run = tell_health},
  };
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = [] {
    auto both = commands_for_content();
    const auto rest = commands_for_people_and_care();
    both.insert(both.end(), rest.begin(), rest.end());
    return both;
  }();
  return all;
}

}  // namespace onereturn::admin
