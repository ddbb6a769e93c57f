#include "support/delivery_region.hpp"

#include <algorithm>
#include <stdexcept>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/publish_catalogue.hpp"
#include "domain/frameworks/template_format.hpp"
#include "platform/crypto/digest.hpp"

namespace onereturn::testing::delivery_region {
namespace {

const std::string content = std::string(ONERETURN_SOURCE_DIR) + "/schemas/content/";

std::string id(const std::string& first, int number) {
  return first + "000000-0000-4000-8000-00000000000" + std::to_string(number);
}

frameworks::Framework framework() {
  return *frameworks::read_framework(read_text(content + "frameworks/section11-2.json"));
}
frameworks::Template form_of(const Board& board) {
  return *frameworks::read_template(read_text(content + "templates/" + board.form + "-1.json"));
}
frameworks::Mapping mapping_of(const Board& board) {
  return *frameworks::read_mapping(read_text(content + "mappings/" + board.form + "-1.json"));
}

const std::vector<Board>& boards() {
  static const std::vector<Board> all = {
      {id("b1", 1), id("c1", 1), "westmarch-s11", "first manager", "onlyforwestmarch"},
      {id("b1", 2), id("c1", 2), "eldervale-s11", "second manager", "onlyforeldervale"},
      {id("b1", 3), id("c1", 3), "tarnbridge-s11", "third manager", "onlyfortarnbridge"}};
  return all;
}

template <class Published>
void must(const Published& published) {
  if (!published) {
    throw std::runtime_error(published.problem().detail);
  }
}

void publish(postgres::Database& database) {
  must(database.as_operator([](postgres::OperatorTx& tx) {
    return frameworks::publish_framework(tx, framework(), crypto::sha256);
  }));
  for (const auto& board : boards()) {
    must(database.as_operator([&](postgres::OperatorTx& tx) {
      return frameworks::publish_template(tx, form_of(board), BoardId(board.party), crypto::sha256);
    }));
    must(database.as_operator([&](postgres::OperatorTx& tx) {
      return frameworks::publish_mapping(tx, mapping_of(board), crypto::sha256);
    }));
  }
}

void add_party(Raw& owner, const std::string& party, const std::string& kind,
               const std::string& name) {
  owner.run("select operator.add_party('" + party + "', '" + kind +
            R"(', null, 'active', '{"name": ")" + name + R"("}'))");
}

void add_person(Raw& owner, const std::string& who, int number, const std::string& party) {
  const auto person = id("d1", number);
  const auto membership = id("e1", number);
  auto mail = who + "@delivery.example";
  std::ranges::replace(mail, ' ', '.');
  const std::string role = who.ends_with("manager") ? "manager" : "lead";
  owner.run("select operator.add_person('" + person + "', '" + mail + "', '" + who + "', '')");
  owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" + party +
            "', null, '" + role + "', '')");
  owner.run("select operator.issue_session(sha256('" + who + "'::bytea), '" + person + "', '" +
            membership + "', 'bearer', '1 day')");
}

std::string enter(const std::string& who) {
  return "select * from identity.enter(sha256('" + who + "'::bytea))";
}

void add_units(Raw& gateway) {
  for (const std::string who : {"lead", "other lead"}) {
    pqxx::work work(gateway.connection());
    work.exec(enter(who));
    work.exec(
        "insert into tenant.unit (tenant_id, unit_id, name)"
        " values (app.party(), app.party(), 'All of it')");
    work.commit();
  }
}

void ask(pqxx::work& work, const Board& board, const std::string& audit, const std::string& request,
         const std::string& of) {
  const std::string entry = work.exec1(
                                    "insert into tenant.register_entry (tenant_id, name,"
                                    " agency_id, unit_id, type, from_on) values (app.party(),"
                                    " 'As we call them', '" +
                                    of + "', '" + of +
                                    "', 'police', '2024-04-01')"
                                    " returning entry_id")[0]
                                .c_str();
  work.exec(
      "insert into tenant.request (tenant_id, request_id, audit_id, entry_id, agency_id,"
      " unit_id, template_code, template_version, kind, title, period, due_on) values"
      " (app.party(), '" +
      request + "', '" + audit + "', '" + entry + "', '" + of + "', '" + of + "', '" + board.form +
      "', 1, 'section11', 'Section 11 return 2027', '2027', '2027-05-28')");
}

void ask_agencies(Raw& gateway, const Board& board) {
  pqxx::work work(gateway.connection());
  work.exec(enter(board.manager));
  const std::string audit = work.exec1(
                                    "insert into tenant.audit (tenant_id, kind, title,"
                                    " template_code, template_version, period) values"
                                    " (app.party(), 'section11', 'Section 11 return 2027', '" +
                                    board.form + "', 1, '2027') returning audit_id")[0]
                                .c_str();
  ask(work, board, audit, board.request, agency);
  if (board.party == lights().party) {
    ask(work, board, audit, id("c1", 9), other_agency);
  }
  work.commit();
}

// What a whole return is frozen as: one transaction of the agency's.
class Freezing {
 public:
  explicit Freezing(pqxx::work& work) : work_(work) {
    submission_ = work_
                      .exec1(
                          "insert into tenant.submission (tenant_id, unit_id, framework_code,"
                          " framework_version, snapshot_hash, authorised_name,"
                          " authorised_position, statement, authorised_by) values"
                          " (app.party(), app.party(), 'section11', 2, sha256('snapshot'),"
                          " 'A. Name', 'Chief', 'I have read the copies.', app.person())"
                          " returning submission_id")[0]
                      .c_str();
  }

  const std::string& submission() const { return submission_; }

  void answer(const frameworks::Requirement& requirement, int level) {
    if (requirement.local == frameworks::LocalKind::whole) {
      return;
    }
    work_.exec(
        "insert into tenant.submission_answer (tenant_id, submission_id, requirement_code,"
        " answer_version, level, confirmed_by, confirmed_on) values (app.party(), " +
        own() + work_.quote(requirement.code) + ", 3, " + std::to_string(level) +
        ", 'Dee', '2027-03-03')");
    for (const std::string role : {"describes", "knows", "improve"}) {
      work_.exec(
          "insert into tenant.submission_text (tenant_id, submission_id, requirement_code,"
          " role, text) values (app.party(), " +
          own() + work_.quote(requirement.code) + ", " + work_.quote(role) + ", " +
          work_.quote(requirement.name + ": what we " + role + ".") + ")");
    }
  }

  // One common commitment, about the first requirement that anybody asks.
  void commit_to(const std::string& requirement) {
    const std::string id =
        work_
            .exec1(
                "insert into tenant.commitment (tenant_id, unit_id, what, saved_by) values"
                " (app.party(), app.party(), 'Train every supervisor', app.person())"
                " returning commitment_id")[0]
            .c_str();
    work_.exec(
        "insert into tenant.submission_commitment (tenant_id, submission_id, commitment_id,"
        " commitment_version, what, how, lead, by_on, area, change, progress, evidence,"
        " risks) values (app.party(), " +
        own() + work_.quote(id) +
        ", 1, 'Train every supervisor', 'A day each', 'Dee', '2027-09-30', 'Supervision',"
        " 'Every case is seen', '', '', '')");
    work_.exec(
        "insert into tenant.submission_commitment_subject (tenant_id, submission_id,"
        " commitment_id, subject_no, requirement_code) values (app.party(), " +
        own() + work_.quote(id) + ", 1, " + work_.quote(requirement) + ")");
  }

  // Everything for one board alone, each text with its marker, and the board's delivery.
  std::string deliver_to(const Board& board, const frameworks::Framework& framework) {
    int line = 0;
    for (const auto& requirement : framework.requirements) {
      if (requirement.local != frameworks::LocalKind::common) {
        box(board, ++line,
            "'local', null, " + work_.quote(requirement.code) + ", 'describes', " +
                work_.quote(requirement.name + ", " + board.marker) + ", 2");
      }
    }
    for (const auto& [item, mapped] : mapping_of(board).items) {
      if (mapped.residual) {
        box(board, ++line,
            "'residual', " + work_.quote(item) + ", null, null, " +
                work_.quote("Own answer, " + board.marker) + ", 2");
      }
    }
    work_.exec(
        "insert into tenant.delivery (tenant_id, submission_id, request_id, board_id, way,"
        " template_code, template_version, framework_code, framework_version,"
        " mapping_version) values (app.party(), " +
        own() + work_.quote(board.request) + ", " + work_.quote(board.party) + ", 'canonical', " +
        work_.quote(board.form) + ", 1, 'section11', 2, 1)");
    return work_
        .exec1("select jobs.announce('deliver', " + work_.quote(board.party) + "::uuid, " +
               work_.quote(submission_) + "::uuid, " + work_.quote(board.request) + "::uuid)")[0]
        .c_str();
  }

 private:
  std::string own() { return work_.quote(submission_) + ", "; }

  void box(const Board& board, int line, const std::string& values) {
    work_.exec(
        "insert into tenant.submission_box (tenant_id, submission_id, board_id, line_no,"
        " kind, box_no, requirement_code, role, text, level) values (app.party(), " +
        own() + work_.quote(board.party) + ", " + std::to_string(line) + ", " + values + ")");
  }

  pqxx::work& work_;
  std::string submission_;
};

int count(const std::string& sql) { return std::stoi(Raw::superuser().one(sql)); }

}  // namespace

const Board& narrative() { return boards()[0]; }
const Board& lights() { return boards()[1]; }
const Board& grades() { return boards()[2]; }

void seed() {
  static const bool done = [] {
    Raw owner("operator");
    add_party(owner, agency, "agency", "The agency");
    add_party(owner, other_agency, "agency", "The other agency");
    add_person(owner, "lead", 1, agency);
    add_person(owner, "other lead", 2, other_agency);
    int number = 3;
    for (const auto& board : boards()) {
      add_party(owner, board.party, "board", "Board with " + board.form);
      owner.run("select operator.connect('" + board.party + "', '" + agency + "')");
      add_person(owner, board.manager, number++, board.party);
    }
    owner.run("select operator.connect('" + lights().party + "', '" + other_agency + "')");
    postgres::Database operators({.connection = TestDatabase::instance().settings("operator")});
    publish(operators);
    Raw gateway("gateway");
    add_units(gateway);
    for (const auto& board : boards()) {
      ask_agencies(gateway, board);
    }
    return true;
  }();
  static_cast<void>(done);
}

postgres::TokenHash session_of(const std::string& who) { return {crypto::sha256(who)}; }

postgres::Database& gateway() {
  static postgres::Database database({.connection = TestDatabase::instance().settings("gateway")});
  return database;
}

postgres::Database& worker() {
  static postgres::Database database({.connection = TestDatabase::instance().settings("worker")});
  return database;
}

fan_out::FrozenAtHand& at_hand() {
  static fan_out::FrozenAtHand at_hand;
  return at_hand;
}

SubmissionId submit(const std::vector<Board>& to, int level) {
  Raw raw("gateway");
  pqxx::work work(raw.connection());
  work.exec(enter("lead"));
  Freezing freezing(work);
  const auto known = framework();
  for (const auto& requirement : known.requirements) {
    freezing.answer(requirement, level);
  }
  freezing.commit_to(known.requirements.front().code);
  for (const auto& board : to) {
    freezing.deliver_to(board, known);
  }
  work.commit();
  return SubmissionId(freezing.submission());
}

int jobs_in(const SubmissionId& submission, const std::string& state) {
  return count("select count(*) from jobs.job where source_ref = '" + submission.text() +
               "' and state = '" + state + "'");
}

int deliveries_in(const SubmissionId& submission, const std::string& state) {
  return count("select count(*) from tenant.delivery where submission_id = '" + submission.text() +
               "' and state = '" + state + "'");
}

ReturnId return_of(const Board& board) {
  return ReturnId(Raw::superuser().one("select return_id from tenant.return where request_id = '" +
                                       board.request + "'"));
}

}  // namespace onereturn::testing::delivery_region
