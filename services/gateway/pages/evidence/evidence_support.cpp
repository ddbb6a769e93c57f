#include "gateway/pages/evidence/evidence_support.hpp"

#include "domain/evidence/file_types.hpp"
#include "gateway/file_look.hpp"
#include "gateway/services.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::gateway::pages {
namespace {

// A stored file, read as it is sent.
class StoredFile : public http::BodySource {
 public:
  explicit StoredFile(std::unique_ptr<storage::Reading> reading) : reading_{std::move(reading)} {}

  std::string next(std::size_t most) override {
    std::string piece(most, '\0');
    piece.resize(reading_->read(piece.data(), piece.size()));
    return piece;
  }
  std::optional<std::uint64_t> length() const override { return reading_->size(); }

 private:
  std::unique_ptr<storage::Reading> reading_;
};

}  // namespace

Result<evidence::WriteDetails> details_in_form(const RequestContext& context) {
  evidence::WriteDetails details;
  details.title = context.field("title");
  details.kept_where = context.field("kept_where");
  details.names_reason = context.field("names_reason");
  Problem problem{ProblemCode::invalid, "validation", "Some of this needs another look.", {}};
  const auto read = [&](const char* name, std::optional<Date>& day) {
    const auto text = context.field(name);
    if (text.empty()) return;
    day = parse_date(text);
    if (!day) problem.fields.push_back({name, "Write the day like this: 2026-05-18."});
  };
  read("effective_on", details.effective_on);
  read("received_on", details.received_on);
  read("expires_on", details.expires_on);
  if (!problem.fields.empty()) return problem;
  return details;
}

evidence::WriteFile file_words(const evidence::WriteDetails& details) {
  evidence::WriteFile written;
  written.title = details.title;
  written.effective_on = details.effective_on;
  written.received_on = details.received_on;
  written.expires_on = details.expires_on;
  written.names_reason = details.names_reason;
  return written;
}

std::vector<views::PageError> page_errors(const Problem& problem) {
  std::vector<views::PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  return errors;
}

bool is_of_form(const Problem& problem) {
  return problem.code == ProblemCode::invalid && !problem.fields.empty();
}

std::string evidence_note(const RequestContext& context) {
  const auto saved = context.request().query.get("saved");
  if (saved == "file")
    return "The file is here. It is checked for viruses before anybody opens it.";
  if (saved == "kept") return "Kept. Boards that get it are told where it is.";
  if (saved == "details") return "Saved.";
  if (saved == "boards") return "Saved. Each board gets its pieces with its next copy.";
  if (saved == "withdrawn") return "Taken out. What was delivered stays with the boards.";
  if (saved == "answered") return "The board has your answer.";
  if (saved == "asked") return "Asked. The agency sees it on its evidence page.";
  return {};
}

std::string attachment_header(const std::string& name) {
  std::string plain;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    plain += byte < 0x20 || byte > 0x7E || c == '"' || c == '\\' ? '_' : c;
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + http::percent_encode(name);
}

std::optional<http::Response> attachment(RequestContext& context, const PartyId& tenant,
                                         const std::string& sha256, const std::string& title) {
  auto* store = context.services().evidence.get();
  if (store == nullptr) throw storage::StorageUnavailable{"no folder for evidence is set"};
  auto reading = store->open(tenant, sha256);
  if (!reading) return std::nullopt;
  const auto type = evidence::type_by_bytes(look_into_file(reading->path()));
  http::Response response;
  response.with("Content-Type", std::string{type.media_type});
  response.with("Content-Disposition",
                attachment_header(evidence::download_name(title, type.extension)));
  response.source = std::make_shared<StoredFile>(std::move(reading));
  return response;
}

}  // namespace onereturn::gateway::pages
