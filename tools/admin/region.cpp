#include "tools/admin/region.hpp"

#include <algorithm>

#include "domain/frameworks/support_format.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/json/reader.hpp"

namespace onereturn::admin {
namespace {

using json::ObjectReader;

void read_organisations(ObjectReader& root, Region& region) {
  root.objects("organisations", [&](ObjectReader& in) {
    region.organisations.push_back({in.text("code"), in.text("kind"), in.text("name"),
                                    in.nullable_text("urn"), in.nullable_text("ods"),
                                    in.nullable_text("force_code")});
  });
}

void read_profile(ObjectReader& in, SeededParty& party) {
  party.name = in.text("name");
  party.area = in.text("area");
  party.procedures = in.texts("procedures");
  party.aliases = in.texts("aliases");
  party.address = in.texts("address");
  party.phone = in.text("phone");
  party.email = in.text("email");
  party.website = in.text("website");
}

void read_parties(ObjectReader& root, Region& region) {
  root.objects("parties", [&](ObjectReader& in) {
    SeededParty party{.code = in.text("code"),
                      .kind = in.text("kind"),
                      .organisation = in.text("organisation"),
                      .mark = in.text("mark"),
                      .status = in.text("status")};
    in.optional_object("template", [](ObjectReader& form) {
      form.text("code");
      form.integer("version", 1, frameworks::version_max);
    });
    in.object("profile", [&](ObjectReader& profile) { read_profile(profile, party); });
    in.objects("units", [&](ObjectReader& unit) {
      party.units.push_back({unit.text("code"), unit.nullable_text("parent"), unit.text("name"),
                             unit.nullable_text("organisation")});
    });
    region.parties.push_back(std::move(party));
  });
}

void read_people(ObjectReader& root, Region& region) {
  root.objects("people", [&](ObjectReader& in) {
    SeededPerson person{in.text("code"), in.text("name"), in.text("email"), in.text("phone"), {}};
    in.objects("memberships", [&](ObjectReader& membership) {
      person.memberships.push_back({membership.text("party"), membership.nullable_text("unit"),
                                    membership.text("role"), membership.text("position")});
    });
    region.people.push_back(std::move(person));
  });
}

void read_register(ObjectReader& root, Region& region) {
  root.objects("register", [&](ObjectReader& in) {
    SeededEntry entry{.code = in.text("code"),
                      .board = in.text("board"),
                      .organisation = in.text("organisation"),
                      .agency = in.nullable_text("agency"),
                      .unit = in.nullable_text("unit"),
                      .type = in.text("type"),
                      .own_ref = in.text("own_ref"),
                      .from_on = in.text("from_on")};
    in.object("lead_officer", [&](ObjectReader& officer) {
      entry.lead_name = officer.text("name");
      entry.lead_designation = officer.text("designation");
      entry.lead_phone = officer.text("phone");
      entry.lead_email = officer.text("email");
    });
    region.entries.push_back(std::move(entry));
  });
}

void read_audits(ObjectReader& root, Region& region) {
  root.objects("audits", [&](ObjectReader& in) {
    region.audits.push_back({in.text("code"), in.text("board"), in.text("kind"), in.text("name"),
                             frameworks::read_ref(in, "template"), in.text("period"),
                             in.text("opens_on")});
  });
}

void read_requests(ObjectReader& root, Region& region) {
  root.objects("requests", [&](ObjectReader& in) {
    region.requests.push_back({in.text("code"), in.text("board"), in.text("audit"),
                               in.text("entry"), in.nullable_text("agency"),
                               in.nullable_text("unit"), frameworks::read_ref(in, "template"),
                               in.text("subject_kind"), in.text("due_on")});
  });
}

void read_common_texts(ObjectReader& root, Region& region) {
  root.objects("common_texts", [&](ObjectReader& in) {
    region.common_texts.push_back({in.text("agency"), in.text("unit"), in.text("board"),
                                   in.text("template"), in.text("box_no"), in.text("text")});
  });
}

// What the region's answers are is the player's business; their files are only named here.
void skip_the_rest(ObjectReader& root) {
  root.text("today");
  root.text("about");
  root.text("password_hint");
  frameworks::read_ref(root, "framework");
  root.objects("answers", [](ObjectReader& in) {
    in.text("file");
    in.text("agency");
    in.nullable_text("unit");
    in.text("how");
  });
}

void read_root(ObjectReader& root, Region& region) {
  frameworks::read_format(root, "onereturn.region/1");
  region.code = root.text("code");
  region.name = root.text("name");
  skip_the_rest(root);
  read_organisations(root, region);
  read_parties(root, region);
  read_people(root, region);
  read_register(root, region);
  read_audits(root, region);
  read_requests(root, region);
  read_common_texts(root, region);
}

}  // namespace

std::string Region::id_of(std::string_view kind, std::string_view thing) const {
  auto bytes = crypto::sha256("onereturn.region/" + code + "/" + std::string(kind) + "/" +
                              std::string(thing))
                   .substr(0, 16);
  // A uuid of version 8 (its own making), in the usual variant.
  bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0FU) | 0x80U);
  bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3FU) | 0x80U);
  auto hex = crypto::to_hex(bytes);
  for (const std::size_t at : {8U, 13U, 18U, 23U}) {
    hex.insert(at, 1, '-');
  }
  return hex;
}

const SeededParty* Region::party(std::string_view wanted) const {
  const auto found = std::ranges::find(parties, wanted, &SeededParty::code);
  return found == parties.end() ? nullptr : &*found;
}

Result<Region> read_region(std::string_view json) {
  Region region;
  const auto faults =
      frameworks::read_document(json, [&](ObjectReader& root) { read_root(root, region); });
  if (!faults.empty()) {
    return frameworks::unsound("region-unsound", "The region is not sound; nothing was loaded.",
                               faults);
  }
  return region;
}

}  // namespace onereturn::admin
