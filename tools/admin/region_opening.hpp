#pragma once

#include <string>
#include <vector>

#include "platform/crypto/sealer.hpp"
#include "platform/postgres/database.hpp"
#include "tools/admin/region.hpp"

namespace onereturn::admin {

// Opens a region in steps that may each be repeated. Public facts and people go through the
// operator's entrances; the rows of a board or an agency are written in that party's own scope, by
// a session of one of its people that ends with the step.
class RegionOpening {
 public:
  // `service` is the login gateway, the only one that may enter with a session. The keys seal
  // second factors; none are needed where none are given.
  RegionOpening(const Region& region, postgres::Database& operators, postgres::Database& service,
                const std::vector<std::string>& secret_keys);

  // Organisations, parties, people with one password for all, consents.
  Result<Done> people(const std::string& password, const std::string& second_factor);
  // Units and the memberships in them, lead officers, registers, audits, requests. Needs the
  // templates to be published.
  Result<Done> requests();

 private:
  void add_parties(postgres::OperatorTx& tx);
  void add_people(postgres::OperatorTx& tx, const std::string& password_hash);
  void add_second_factors(postgres::OperatorTx& tx, const std::string& secret);
  void add_memberships(postgres::OperatorTx& tx, bool in_units);
  void connect(postgres::OperatorTx& tx);
  void open_board(postgres::BoardTx& tx, const SeededParty& board);
  void open_agency(postgres::AgencyTx& tx, const SeededParty& agency);
  void add_lead_officers(postgres::AgencyTx& tx, const SeededParty& agency);
  const SeededMembership* leader_of(const SeededParty& party, const SeededPerson*& person) const;
  // Runs `use` with the hash of a session that ends afterwards.
  template <class Use>
  Result<Done> acting_for(const SeededParty& party, Use&& use);

  std::string id(std::string_view kind, std::string_view code) const;
  std::optional<std::string> id_if(std::string_view kind,
                                   const std::optional<std::string>& code) const;
  std::optional<std::string> unit_id(const std::optional<std::string>& agency,
                                     const std::optional<std::string>& unit) const;
  std::string membership_id(const SeededPerson& person, const SeededMembership& membership) const;

  const Region& region_;
  postgres::Database& operators_;
  postgres::Database& service_;
  std::optional<crypto::Sealer> sealer_;
};

}  // namespace onereturn::admin
