#include "domain/fan_out/read_received_return.hpp"

#include "base/ensure.hpp"
#include "domain/audit_log/openings.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/received_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/only_parts.hpp"

namespace onereturn::fan_out {
namespace {

// Where a board asked for some sections, the others are not shown as if they had been left empty.
std::shared_ptr<const frameworks::Template> only_asked(
    std::shared_ptr<const frameworks::Template> form,
    const std::vector<mapping::RenderedBox>& boxes) {
  std::vector<std::string> sections;
  for (const auto& box : boxes) {
    if (!box.section.empty()) sections.push_back(box.section);
  }
  return frameworks::only_parts(std::move(form), sections);
}

Result<DeliveredCopy> read_whole(postgres::Transaction& tx, const std::optional<ReturnHead>& head) {
  if (!head) {
    return no_such_return();
  }
  DeliveredCopy copy;
  copy.form = frameworks::load_template(tx, head->form);
  ENSURE(copy.form != nullptr, "a return's template is not in the catalogue");
  const auto framework =
      head->framework ? frameworks::load_framework(tx, *head->framework) : nullptr;
  const auto mapping =
      head->framework && head->mapping_version
          ? frameworks::load_mapping(tx, head->form, *head->framework, *head->mapping_version)
          : nullptr;
  copy.id = head->id;
  copy.request = head->request;
  copy.state = head->accepted_at ? ReturnState::acknowledged : ReturnState::received;
  copy.agency = head->agency;
  copy.audit = head->audit;
  copy.due_on = head->due_on;
  copy.board = head->board;
  copy.receipt = receipt_of(*head);
  const auto stored = stored_boxes(tx, *head);
  for (const auto& box : stored) {
    copy.seals.push_back(box.seal);
  }
  copy.copy.board = head->board_id.text();
  copy.copy.form = head->form;
  copy.copy.framework = head->framework.value_or(frameworks::VersionRef{});
  copy.copy.mapping_version = head->mapping_version.value_or(0);
  copy.copy.boxes = boxes_of(stored, *copy.form);
  copy.form = only_asked(std::move(copy.form), copy.copy.boxes);
  add_sources(tx, *head, copy.copy.boxes);
  explain_to_board(copy.copy.boxes, framework.get(), mapping.get());
  copy.copy.actions = stored_actions(tx, *head, *copy.form);
  copy.copy.evidence = stored_evidence(tx, *head);
  copy.sign_offs = stored_sign_offs(tx, *head);
  return copy;
}

}  // namespace

Result<DeliveredCopy> read_received_return(postgres::BoardTx& tx, const ReturnId& id,
                                           const std::optional<int>& version) {
  return read_whole(tx, find_return(tx, id, version));
}

Result<DeliveredCopy> read_received_version(postgres::BoardTx& tx, const ReturnId& id,
                                            int version_no) {
  return read_whole(tx, find_return(tx, id, version_no));
}

Result<DeliveredCopy> read_own_copy(postgres::AgencyTx& tx, const RequestId& request) {
  return read_whole(tx, find_return(tx, request));
}

Result<DeliveredCopy> read_received_version(postgres::PartyJobTx& tx, const ReturnId& id,
                                            int version_no) {
  return read_whole(tx, find_return(tx, id, version_no));
}

Result<DeliveredCopy> read_own_version(postgres::PartyJobTx& tx, const RequestId& request,
                                       int version_no) {
  return read_whole(tx, find_return(tx, request, version_no));
}

Result<DeliveredCopy> open_received_return(postgres::BoardTx& tx, const ReturnId& id, Instant now,
                                           const std::optional<int>& version) {
  auto copy = read_received_return(tx, id, version);
  if (copy) audit_log::note_opened(tx, id, audit_log::Opened::whole_return, now, version);
  return copy;
}

Result<DeliveredCopy> open_own_copy(postgres::AgencyTx& tx, const RequestId& request) {
  auto copy = read_own_copy(tx, request);
  if (copy) audit_log::note_opened(tx, request, copy->receipt.version_no);
  return copy;
}

}  // namespace onereturn::fan_out
