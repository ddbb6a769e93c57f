#include "domain/reports/return_paper_document.hpp"

#include "domain/fan_out/read_received_return.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/only_parts.hpp"
#include "domain/reporting/return_document.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

Problem gone() {
  return {ProblemCode::not_found, "not-found", "What this paper is about is not there.", {}};
}

reporting::PaperOfReturn printing(const fan_out::Receipt& receipt, const ReturnPaperToMake& wanted,
                                  const Verifying& verifying) {
  reporting::PaperOfReturn paper;
  paper.sources_as_notes = wanted.paper.with_sources;
  paper.for_agency = !wanted.of_board;
  if (receipt.code.empty() || verifying.origin.empty()) return paper;
  paper.verify_url = verifying.origin + "/verify/" + receipt.code;
  if (verifying.picture) {
    paper.code.svg = verifying.picture(paper.verify_url);
    paper.code.alternative = "QR code that leads to " + paper.verify_url;
    paper.code.caption = "Scan to check receipt " + receipt.code + ".";
  }
  return paper;
}

Result<documents::Document> blank(postgres::PartyJobTx& tx, const PaperSubject& subject) {
  const auto form =
      frameworks::only_parts(frameworks::load_template(tx, subject.form), subject.parts);
  if (form == nullptr) return gone();
  return reporting::blank_return(
      *form, {subject.board_name, subject.agency, subject.title, subject.due_on});
}

Result<documents::Document> written(postgres::PartyJobTx& tx, const PaperSubject& subject,
                                    const ReturnPaperToMake& wanted, const Verifying& verifying) {
  if (!subject.of_return) return gone();
  const auto copy = wanted.of_board
                        ? fan_out::read_received_version(tx, *subject.of_return, wanted.version)
                        : fan_out::read_own_version(tx, wanted.request, wanted.version);
  if (!copy) return copy.problem();
  const auto paper = printing(copy->receipt, wanted, verifying);
  return wanted.paper.kind == ReturnPaperKind::receipt
             ? reporting::receipt_document(copy->receipt, paper)
             : reporting::return_document(*copy, paper);
}

}  // namespace

Result<documents::Document> document_of(postgres::PartyJobTx& tx, const PaperSubject& subject,
                                        const ReturnPaperToMake& wanted,
                                        const Verifying& verifying) {
  auto document = wanted.paper.kind == ReturnPaperKind::blank
                      ? blank(tx, subject)
                      : written(tx, subject, wanted, verifying);
  if (!document) return document;
  document->look.name = subject.board_name;
  auto look = find_look(tx, subject.board);
  if (!look.name.empty()) document->look.name = std::move(look.name);
  document->look.colour = std::move(look.colour);
  document->look.logo = std::move(look.logo);
  document->look.logo_type = std::move(look.logo_type);
  return document;
}

}  // namespace onereturn::reports
