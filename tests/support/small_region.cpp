#include "support/small_region.hpp"

#include <stdexcept>

namespace onereturn::testing::small_region {
namespace {

const std::vector<std::pair<std::string, std::string>> people = {{"lead one", lead_one},
                                                                 {"lead two", lead_two},
                                                                 {"manager one", manager_one},
                                                                 {"manager two", manager_two}};

void publish(Raw& owner) {
  owner.run(R"(select operator.publish_framework('f1', 1, 'Framework', '{}', sha256('f1'),
    '[{"code": "C1", "standard": "1"}, {"code": "C2", "standard": "1"},
      {"code": "L1", "standard": "1", "local_kind": "whole"}]',
    '[{"code": "1a", "requirement": "C1"}, {"code": "1b", "requirement": "C1"},
      {"code": "2a", "requirement": "C2"}, {"code": "9a", "requirement": "L1"}]'))");
  for (const std::string code : {"t1", "t2"}) {
    const auto board = code == "t1" ? board_one : board_two;
    owner.run("select operator.publish_template('" + code + "', 1, '" + board +
              R"(', null, null, 'traffic-light', 'Template', '{}', sha256(')" + code + R"('),
      '[{"item_code": "1.1", "position": 1, "section_code": "1", "number": "1.1"},
        {"item_code": "1.2", "position": 2, "section_code": "1", "number": "1.2"}]',
      '[{"box_no": "1.1", "position": 1, "section_code": "1", "item_code": "1.1",
         "field": "How", "content": "describes", "filled_by": "agency"},
        {"box_no": "1.1r", "position": 2, "section_code": "1", "item_code": "1.1",
         "field": "Light", "content": "rating", "filled_by": "agency"}]'))");
    owner.run("select operator.publish_mapping('" + code +
              R"(', 1, 'f1', 1, 1, '{}', sha256('m'), 'live',
      '[{"item_code": "1.1", "facet_code": "1a"}, {"item_code": "1.2", "facet_code": "2a"}]'))");
  }
}

void add_people(Raw& owner) {
  for (const auto& [name, person] : people) {
    const auto party = name == "lead one"      ? agency_one
                       : name == "lead two"    ? agency_two
                       : name == "manager one" ? board_one
                                               : board_two;
    const auto role = name.substr(0, name.find(' '));
    auto mail = name + "@small.example";
    mail[mail.find(' ')] = '.';
    owner.run("select operator.add_person('" + person + "', '" + mail + "', '" + name + "', '')");
    owner.run("select operator.add_membership('" + membership_of(person) + "', '" + person +
              "', '" + party + "', null, '" + role + "', '')");
    owner.run("select operator.issue_session(" + token(name) + ", '" + person + "', '" +
              membership_of(person) + "', 'bearer', '1 day')");
  }
}

void ask(Raw& gateway, const std::string& manager, const std::string& form,
         const std::vector<std::pair<std::string, std::string>>& requests) {
  pqxx::work work(gateway.connection());
  work.exec(enter(manager));
  const std::string audit = work.exec1(
                                    "insert into tenant.audit (tenant_id, kind, title, "
                                    "template_code, template_version, period)"
                                    " values (app.party(), 'section11', 'Wave', '" +
                                    form + "', 1, '2027') returning audit_id")[0]
                                .c_str();
  for (const auto& [request, agency] : requests) {
    work.exec(
        "insert into tenant.request (tenant_id, request_id, audit_id, agency_id, unit_id,"
        " template_code, template_version, kind, title, period, due_on) values (app.party(), '" +
        request + "', '" + audit + "', '" + agency + "', '" + agency + "', '" + form +
        "', 1, 'section11', 'Wave', '2027', '2027-05-28')");
  }
  work.commit();
}

}  // namespace

std::string membership_of(const std::string& person) { return "e" + person.substr(1); }

std::string token(const std::string& who) { return "sha256('" + who + "'::bytea)"; }

std::string enter(const std::string& who) {
  return "select * from identity.enter(" + token(who) + ")";
}

void seed() {
  static const bool done = [] {
    Raw owner("operator");
    for (const auto& [party, kind] :
         std::vector<std::pair<std::string, std::string>>{{board_one, "board"},
                                                          {board_two, "board"},
                                                          {agency_one, "agency"},
                                                          {agency_two, "agency"}}) {
      owner.run("select operator.add_party('" + party + "', '" + kind +
                R"(', null, 'active', '{"name": "Party )" + party.substr(0, 1) + party.back() +
                R"("}'))");
    }
    owner.run("select operator.connect('" + board_one + "', '" + agency_one + "')");
    owner.run("select operator.connect('" + board_two + "', '" + agency_one + "')");
    owner.run("select operator.connect('" + board_two + "', '" + agency_two + "')");
    publish(owner);
    add_people(owner);
    Raw gateway("gateway");
    for (const std::string who : {"lead one", "lead two"}) {
      pqxx::work work(gateway.connection());
      work.exec(enter(who));
      work.exec(
          "insert into tenant.unit (tenant_id, unit_id, name)"
          " values (app.party(), app.party(), 'All of it')");
      work.commit();
    }
    ask(gateway, "manager one", "t1", {{request_one_of_one, agency_one}});
    ask(gateway, "manager two", "t2",
        {{request_two_of_one, agency_one}, {request_two_of_two, agency_two}});
    return true;
  }();
  static_cast<void>(done);
}

Submitted submit(const std::vector<std::string>& requests) {
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(enter("lead one"));
  Submitted made;
  made.submission =
      work.exec1(
              "insert into tenant.submission (tenant_id, unit_id, framework_code, "
              "framework_version,"
              " snapshot_hash, authorised_name, authorised_position, statement, authorised_by)"
              " values (app.party(), app.party(), 'f1', 1, sha256('snapshot'), 'A. Name', 'Chief',"
              " 'I authorise this return.', app.person()) returning submission_id")[0]
          .c_str();
  work.exec(
      "insert into tenant.submission_answer (tenant_id, submission_id, requirement_code,"
      " answer_version, level) values (app.party(), '" +
      made.submission + "', 'C1', 1, 3)");
  for (const auto& request : requests) {
    const auto board = request == request_one_of_one ? board_one : board_two;
    const std::string form = request == request_one_of_one ? "t1" : "t2";
    work.exec(
        "insert into tenant.delivery (tenant_id, submission_id, request_id, board_id, way,"
        " template_code, template_version, framework_code, framework_version, mapping_version)"
        " values (app.party(), '" +
        made.submission + "', '" + request + "', '" + board + "', 'canonical', '" + form +
        "', 1, 'f1', 1, 1)");
    work.exec(
        "insert into tenant.submission_box (tenant_id, submission_id, board_id, line_no,"
        " kind, requirement_code, role, text) values (app.party(), '" +
        made.submission + "', '" + board + "', 1, 'local', 'C1', 'describes', 'Only for " + board +
        "')");
    made.jobs.push_back(work.exec1("select jobs.announce('deliver', '" + board + "', '" +
                                   made.submission + "', '" + request + "')")[0]
                            .c_str());
  }
  work.commit();
  return made;
}

Claimed claim(const std::string& job) {
  auto arranger = Raw::superuser();
  const auto fence = arranger.one(
      "update jobs.job set state = 'running', fence = fence + 1, tries = tries + 1,"
      " lease_until = clock_timestamp() + interval '1 minute' where job_id = '" +
      job + "' and state = 'waiting' returning fence");
  if (fence.empty()) {
    throw std::runtime_error("job " + job + " does not wait");
  }
  return {job, fence};
}

std::string enter_job(const Claimed& claimed) {
  return "select * from identity.enter_job('" + claimed.job + "', " + claimed.fence + ")";
}

}  // namespace onereturn::testing::small_region
