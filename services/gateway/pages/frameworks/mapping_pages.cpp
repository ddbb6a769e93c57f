#include "gateway/pages/frameworks/mapping_pages.hpp"

#include "domain/frameworks/compare_forms_store.hpp"
#include "domain/identity/export_right.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/mapping_account.hpp"
#include "gateway/views/mapping_matrix.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

constexpr const char* framework_code = "section11";

struct SideBySide {
  frameworks::FormsSideBySide forms;
  bool may_export = false;
};

Result<SideBySide> read_forms(RequestContext& context) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<SideBySide> {
        auto forms = frameworks::compare_forms(tx, framework_code);
        if (!forms) return forms.problem();
        return SideBySide{*std::move(forms), identity::may_export(tx)};
      });
}

}  // namespace

http::Response show_mapping(RequestContext& context) {
  const auto all = read_forms(context);
  if (!all) return refuse(context, all.problem());
  const auto asked = views::matrix_asked(context.request().query, all->forms);
  return framed(context, "pages/mapping", views::matrix_page(all->forms, asked, all->may_export),
                "/set-up");
}

http::Response export_mapping(RequestContext& context) {
  using File = std::vector<std::vector<std::string>>;
  std::vector<std::string> headings;
  const auto rows =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<File> {
        if (const auto refused = identity::refuse_export(tx)) return *refused;
        const auto forms = frameworks::compare_forms(tx, framework_code);
        if (!forms) return forms.problem();
        const auto asked = views::matrix_asked(context.request().query, *forms);
        headings = views::matrix_headings(*forms, asked);
        auto found = views::matrix_rows(*forms, asked);
        identity::note_export(tx, {"mapping.exported", "framework", framework_code}, found.size());
        return found;
      });
  if (!rows) return refuse(context, rows.problem());
  return views::csv_file("what-each-form-asks", headings, *rows);
}

http::Response show_mapping_account(RequestContext& context) {
  const auto all = read_forms(context);
  if (!all) return refuse(context, all.problem());
  auto page =
      views::mapping_account_page(all->forms, context.path("form"), context.path("requirement"));
  if (!page) return not_found(context);
  return framed(context, "pages/mapping_account", *std::move(page), "/set-up");
}

}  // namespace onereturn::gateway::pages
