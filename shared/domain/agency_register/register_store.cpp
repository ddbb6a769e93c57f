#include "domain/agency_register/register_store.hpp"

#include "domain/agency_register/sql.hpp"

namespace onereturn::agency_register {

std::vector<RegisterEntry> read_entries(postgres::BoardTx& tx, const std::optional<EntryId>& only) {
  std::vector<RegisterEntry> all;
  for (const auto row : tx.run(sql::entries, only)) {
    all.push_back({row.id<EntryId>("entry_id"), row.id_if<OrganisationId>("organisation_id"),
                   row.text("name"), row.text("type"), row.text("own_ref"), row.date("from_on"),
                   row.date_if("to_on"), row.boolean("joined"), row.instant_if("asked_at")});
  }
  return all;
}

std::vector<Contact> read_contacts(postgres::BoardTx& tx, const EntryId& entry) {
  std::vector<Contact> all;
  for (const auto row : tx.run(sql::contacts, entry)) {
    all.push_back({row.text("name"), row.text("position"), row.text("email"),
                   row.date("valid_from"), row.date_if("valid_to")});
  }
  return all;
}

std::optional<Organisation> find_organisation(postgres::BoardTx& tx,
                                              const DirectoryNumber& number) {
  const auto rows = tx.run(sql::organisation, number.kind, number.number);
  if (rows.empty()) return std::nullopt;
  return Organisation{rows[0].id<OrganisationId>("organisation_id"), rows[0].text("name"),
                      rows[0].text("kind")};
}

bool holds(postgres::BoardTx& tx, const std::string& organisation) {
  return tx.run(sql::holds, organisation).one().boolean("held");
}

EntryId insert_entry(postgres::BoardTx& tx, const WriteEntry& entry, Date today) {
  const auto organisation = OrganisationId::parse(entry.organisation);
  return tx.run(sql::insert_entry, organisation, entry.name, entry.type, entry.own_ref, today)
      .one()
      .id<EntryId>("entry_id");
}

void insert_contact(postgres::BoardTx& tx, const EntryId& entry, const WriteContact& contact,
                    Date today) {
  const auto& by = tx.actor().person_name;
  tx.run(sql::end_contacts, entry, today, by);
  tx.run(sql::insert_contact, entry, contact.name, contact.position, contact.email, today, by);
}

void note_invitation(postgres::BoardTx& tx, const std::string& link, const RegisterEntry& entry,
                     Instant at) {
  tx.run(sql::note_join, link, entry.entry, entry.name, entry.organisation, at);
}

}  // namespace onereturn::agency_register
