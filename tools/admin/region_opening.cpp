#include "tools/admin/region_opening.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/passwords.hpp"
#include "platform/crypto/random.hpp"
#include "platform/json/json.hpp"
#include "tools/admin/sql.hpp"

namespace onereturn::admin {
namespace {

json::Array texts(const std::vector<std::string>& lines) { return {lines.begin(), lines.end()}; }

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

// Whoever leads the return has filled it in, until they write another name.
std::string profile_of(const SeededParty& party, const SeededPerson* leader,
                       const SeededMembership* leads) {
  const bool known = leader != nullptr && leads != nullptr && party.kind == "agency";
  return json::write(json::Object{{"name", party.name},
                                  {"completed_by_name", known ? leader->name : ""},
                                  {"completed_by_position", known ? leads->position : ""},
                                  {"completed_by_telephone", known ? leader->phone : ""},
                                  {"completed_by_email", known ? leader->email : ""},
                                  {"area", party.area},
                                  {"mark", party.mark},
                                  {"aliases", texts(party.aliases)},
                                  {"procedures", texts(party.procedures)},
                                  {"address", joined(party.address)},
                                  {"telephone", party.phone},
                                  {"email", party.email},
                                  {"website", party.website}});
}

bool is_whole(const SeededParty& agency, const std::string& unit) {
  const auto found = std::ranges::find(agency.units, unit, &SeededUnit::code);
  ENSURE(found != agency.units.end(), "the region names a unit that its agency does not have");
  return !found->parent;
}

}  // namespace

RegionOpening::RegionOpening(const Region& region, postgres::Database& operators,
                             postgres::Database& service,
                             const std::vector<std::string>& secret_keys)
    : region_(region), operators_(operators), service_(service) {
  if (!secret_keys.empty()) {
    sealer_.emplace(secret_keys);
  }
}

std::string RegionOpening::id(std::string_view kind, std::string_view code) const {
  return region_.id_of(kind, code);
}

std::optional<std::string> RegionOpening::id_if(std::string_view kind,
                                                const std::optional<std::string>& code) const {
  return code ? std::optional(id(kind, *code)) : std::nullopt;
}

// The unit of the whole agency goes by the agency's own id; what names no unit is to the whole.
std::optional<std::string> RegionOpening::unit_id(const std::optional<std::string>& agency,
                                                  const std::optional<std::string>& unit) const {
  if (!agency) {
    return std::nullopt;
  }
  const auto* party = region_.party(*agency);
  ENSURE(party != nullptr, "the region names an agency that it does not describe");
  return unit && !is_whole(*party, *unit) ? id("unit", *unit) : id("party", *agency);
}

std::string RegionOpening::membership_id(const SeededPerson& person,
                                         const SeededMembership& membership) const {
  return id("membership", person.code + "/" + membership.party + "/" + membership.role + "/" +
                              membership.unit.value_or(""));
}

Result<Done> RegionOpening::people(const std::string& password, const std::string& second_factor) {
  const auto hash = crypto::PasswordHasher().hash(password);
  return operators_.as_operator([&](postgres::OperatorTx& tx) -> Result<Done> {
    add_parties(tx);
    add_people(tx, hash);
    add_memberships(tx, false);
    add_second_factors(tx, second_factor);
    connect(tx);
    return Done{};
  });
}

void RegionOpening::add_parties(postgres::OperatorTx& tx) {
  for (const auto& one : region_.organisations) {
    tx.run(sql::add_organisation, id("organisation", one.code), one.kind, one.name, one.urn,
           one.ods, one.force_code);
  }
  for (const auto& party : region_.parties) {
    const SeededPerson* leader = nullptr;
    const auto* leads = leader_of(party, leader);
    tx.run(sql::add_party, id("party", party.code), party.kind,
           id("organisation", party.organisation), party.status, profile_of(party, leader, leads));
  }
}

void RegionOpening::add_people(postgres::OperatorTx& tx, const std::string& password_hash) {
  for (const auto& person : region_.people) {
    tx.run(sql::add_person, id("person", person.code), person.email, person.name, person.phone);
    tx.run(sql::set_password_hash, id("person", person.code), password_hash);
  }
}

// Memberships in a unit have to wait until their agency's units are there.
void RegionOpening::add_memberships(postgres::OperatorTx& tx, bool in_units) {
  for (const auto& person : region_.people) {
    for (const auto& membership : person.memberships) {
      if (membership.unit.has_value() == in_units) {
        tx.run(sql::add_membership, membership_id(person, membership), id("person", person.code),
               id("party", membership.party),
               membership.unit ? unit_id(membership.party, membership.unit) : std::nullopt,
               membership.role, membership.position);
      }
    }
  }
}

// For whoever acts for somebody else than an agency.
void RegionOpening::add_second_factors(postgres::OperatorTx& tx, const std::string& secret) {
  for (const auto& person : region_.people) {
    const bool needed =
        std::ranges::any_of(person.memberships, [&](const SeededMembership& membership) {
          const auto* party = region_.party(membership.party);
          return party != nullptr && party->kind != "agency";
        });
    if (needed && !secret.empty()) {
      ENSURE(sealer_, "a second factor without a key to seal it");
      const auto whose = id("person", person.code);
      const auto sealed = sealer_->seal(secret, whose);
      tx.run(sql::set_second_factor, whose, postgres::to_bytea(sealed.bytes), sealed.key_id);
    }
  }
}

void RegionOpening::connect(postgres::OperatorTx& tx) {
  for (const auto& entry : region_.entries) {
    if (entry.agency) {
      tx.run(sql::connect_party, id("party", entry.board), id("party", *entry.agency));
    }
  }
}

Result<Done> RegionOpening::requests() {
  for (const auto& party : region_.parties) {
    if (party.kind == "agency") {
      auto done = acting_for(party, [&](const postgres::TokenHash& session) {
        return service_.as_agency(session, [&](postgres::AgencyTx& tx) -> Result<Done> {
          open_agency(tx, party);
          return Done{};
        });
      });
      if (!done) {
        return done;
      }
    }
  }
  auto joined_units = operators_.as_operator([&](postgres::OperatorTx& tx) -> Result<Done> {
    add_memberships(tx, true);
    return Done{};
  });
  for (const auto& party : region_.parties) {
    if (joined_units && party.kind == "board") {
      joined_units = acting_for(party, [&](const postgres::TokenHash& session) {
        return service_.as_board(session, [&](postgres::BoardTx& tx) -> Result<Done> {
          open_board(tx, party);
          return Done{};
        });
      });
    }
  }
  return joined_units;
}

void RegionOpening::open_agency(postgres::AgencyTx& tx, const SeededParty& agency) {
  for (const auto& unit : agency.units) {
    const auto parent = unit.parent ? unit_id(agency.code, unit.parent) : std::nullopt;
    tx.run(sql::add_unit, unit_id(agency.code, unit.code), parent,
           id_if("organisation", unit.organisation), unit.name);
  }
  add_lead_officers(tx, agency);
  for (const auto& common : region_.common_texts) {
    if (common.agency == agency.code) {
      tx.run(sql::add_common_text, unit_id(common.agency, common.unit), id("party", common.board),
             common.form, common.box_no, common.text);
    }
  }
}

void RegionOpening::add_lead_officers(postgres::AgencyTx& tx, const SeededParty& agency) {
  for (const auto& entry : region_.entries) {
    if (entry.agency == agency.code) {
      tx.run(sql::add_lead_officer, unit_id(entry.agency, entry.unit), id("party", entry.board),
             entry.lead_name, entry.lead_designation, entry.lead_phone, entry.lead_email);
    }
  }
}

void RegionOpening::open_board(postgres::BoardTx& tx, const SeededParty& board) {
  const auto name_of = [&](const std::string& organisation) {
    const auto found =
        std::ranges::find(region_.organisations, organisation, &SeededOrganisation::code);
    ENSURE(found != region_.organisations.end(), "a register entry names no organisation");
    return found->name;
  };
  // A board that asks each part of an agency registers each under a name that tells them apart.
  const auto registered_name = [&](const SeededEntry& entry) {
    auto name = name_of(entry.organisation);
    for (const auto& party : region_.parties) {
      for (const auto& unit : party.units) {
        if (entry.agency == party.code && entry.unit == unit.code) {
          name += ", " + unit.name;
        }
      }
    }
    return name;
  };
  for (const auto& entry : region_.entries) {
    if (entry.board == board.code) {
      tx.run(sql::add_register_entry, id("entry", entry.code),
             id("organisation", entry.organisation), registered_name(entry),
             id_if("party", entry.agency), unit_id(entry.agency, entry.unit), entry.type,
             entry.own_ref, entry.from_on);
      tx.run(sql::add_contact, id("entry", entry.code), entry.lead_name, entry.lead_designation,
             entry.lead_email, entry.lead_phone);
    }
  }
  for (const auto& audit : region_.audits) {
    if (audit.board == board.code) {
      tx.run(sql::add_audit, id("audit", audit.code), audit.kind, audit.name, audit.form.code,
             audit.form.version, audit.period, audit.opens_on);
    }
  }
  for (const auto& request : region_.requests) {
    if (request.board == board.code) {
      tx.run(sql::add_request, id("request", request.code), id("audit", request.audit),
             id("entry", request.entry), id_if("party", request.agency),
             unit_id(request.agency, request.unit), request.form.code, request.form.version,
             request.subject_kind, request.due_on);
    }
  }
}

const SeededMembership* RegionOpening::leader_of(const SeededParty& party,
                                                 const SeededPerson*& person) const {
  for (const auto& candidate : region_.people) {
    for (const auto& membership : candidate.memberships) {
      const bool leads = membership.role == "lead" || membership.role == "manager";
      if (membership.party == party.code && !membership.unit && leads) {
        person = &candidate;
        return &membership;
      }
    }
  }
  return nullptr;
}

template <class Use>
Result<Done> RegionOpening::acting_for(const SeededParty& party, Use&& use) {
  const SeededPerson* person = nullptr;
  const auto* membership = leader_of(party, person);
  if (membership == nullptr) {
    return Problem{ProblemCode::invalid, "region-unsound",
                   party.name + " has no lead or manager: nobody could act for it."};
  }
  const postgres::TokenHash session{crypto::sha256(crypto::new_token())};
  auto begun = operators_.as_operator([&](postgres::OperatorTx& tx) -> Result<Done> {
    tx.run(sql::issue_session, postgres::to_bytea(session.bytes), id("person", person->code),
           membership_id(*person, *membership), "bearer", "10 minutes");
    return Done{};
  });
  if (!begun) {
    return begun;
  }
  auto done = use(session);
  auto ended = operators_.as_operator([&](postgres::OperatorTx& tx) -> Result<Done> {
    tx.run(sql::end_session, postgres::to_bytea(session.bytes));
    return Done{};
  });
  return done ? ended : done;
}

}  // namespace onereturn::admin
