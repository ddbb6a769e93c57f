#include "domain/notifications/mail_store.hpp"

#include "domain/notifications/sql.hpp"

namespace onereturn::notifications {

namespace {

struct Columns {
  std::vector<std::string> names;
  std::vector<std::string> texts;
};

Columns columns_of(const Fields& fields) {
  Columns columns;
  for (const auto& [name, text] : fields) {
    columns.names.push_back(name);
    columns.texts.push_back(text);
  }
  return columns;
}

}  // namespace

MailId insert_mail(postgres::Transaction& tx, const Mail& mail) {
  const auto columns = columns_of(mail.fields);
  return tx.run(sql::queue_mail, mail.kind, mail.to, columns.names, columns.texts)
      .one()
      .id<MailId>("mail_id");
}

LinkId insert_join_mail(postgres::BoardTx& tx, const JoinMail& join) {
  const auto columns = columns_of(join.mail.fields);
  return tx
      .run(sql::queue_join_mail, join.mail.kind, join.mail.to, columns.names, columns.texts,
           join.about, static_cast<std::int64_t>(join.lifetime.count()))
      .one()
      .id<LinkId>("link_id");
}

OutgoingMail take_mail(postgres::SystemTx& tx, const postgres::JobLease& lease,
                       const std::string& token_hash, const std::string& code_hash) {
  const auto rows = tx.run(sql::take_mail, lease.job, lease.fence, postgres::to_bytea(token_hash),
                           postgres::to_bytea(code_hash));
  const auto row = rows.one();
  OutgoingMail mail;
  mail.mail = row.id<MailId>("mail_id");
  mail.kind = row.text("kind");
  mail.to = row.text_if("email");
  mail.has_link = row.boolean("has_link");
  mail.queued_at = row.instant("queued_at");
  mail.tries = row.number("tries");
  const auto names = row.list("names");
  const auto texts = row.list("texts");
  for (std::size_t at = 0; at < names.size(); ++at) {
    mail.fields.emplace(names.at(at), texts.at(at));
  }
  return mail;
}

void note_return_path(postgres::SystemTx& tx, const postgres::JobLease& lease,
                      const std::string& return_path_hash) {
  tx.run(sql::note_return_path, lease.job, lease.fence, postgres::to_bytea(return_path_hash));
}

void close_mail(postgres::SystemTx& tx, const postgres::JobLease& lease,
                const std::string& refused) {
  tx.run(sql::close_mail, lease.job, lease.fence, refused);
}

}  // namespace onereturn::notifications
