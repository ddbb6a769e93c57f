#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"

// A region as its file tells it (schemas/frameworks/region.schema.json): who there is, who is on
// whose register, and what was asked of whom. Everything refers to everything else by code.
namespace onereturn::admin {

struct SeededOrganisation {
  std::string code, kind, name;
  std::optional<std::string> urn, ods, force_code;
};

struct SeededUnit {
  std::string code;
  std::optional<std::string> parent;
  std::string name;
  std::optional<std::string> organisation;
};

struct SeededParty {
  std::string code, kind, organisation, mark, status;
  std::string name = {}, area = {}, phone = {}, email = {}, website = {};
  std::vector<std::string> procedures = {}, aliases = {}, address = {};
  std::vector<SeededUnit> units = {};
};

struct SeededMembership {
  std::string party;
  std::optional<std::string> unit;
  std::string role, position;
};

struct SeededPerson {
  std::string code, name, email, phone;
  std::vector<SeededMembership> memberships;
};

struct SeededEntry {
  std::string code, board, organisation;
  std::optional<std::string> agency, unit;
  std::string type, own_ref, from_on;
  std::string lead_name = {}, lead_designation = {}, lead_phone = {}, lead_email = {};
};

struct SeededAudit {
  std::string code, board, kind, name;
  frameworks::VersionRef form;
  std::string period, opens_on;
};

struct SeededRequest {
  std::string code, board, audit, entry;
  std::optional<std::string> agency, unit;
  frameworks::VersionRef form;
  std::string subject_kind, due_on;
};

// Words that a unit has written for the units below it that a board asks.
struct SeededCommonText {
  std::string agency, unit, board, form, box_no, text;
};

struct Region {
  std::string code, name;
  std::vector<SeededOrganisation> organisations;
  std::vector<SeededParty> parties;
  std::vector<SeededPerson> people;
  std::vector<SeededEntry> entries;
  std::vector<SeededAudit> audits;
  std::vector<SeededRequest> requests;
  std::vector<SeededCommonText> common_texts;

  // The same uuid for the same thing each time the file is loaded: id_of("party", "westmarch").
  std::string id_of(std::string_view kind, std::string_view code) const;
  // The party of that code; null when there is none.
  const SeededParty* party(std::string_view code) const;
};

// Reads a region. Refuses with invalid and one field per fault, named by its path.
Result<Region> read_region(std::string_view json);

}  // namespace onereturn::admin
