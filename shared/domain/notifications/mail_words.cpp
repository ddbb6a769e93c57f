#include "domain/notifications/mail_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "domain/notifications/letter.hpp"

namespace onereturn::notifications {

namespace {

using std::string_view;

// One kind of mail. Words in braces are filled in; a paragraph whose field is missing is left out.
struct Words {
  string_view kind;
  string_view subject;
  std::vector<string_view> before;  // paragraphs
  string_view path;                 // of the link; the token follows a last "/". "": no link
  string_view action;               // what the link does
  std::vector<string_view> after;
};

// Getting in: a link, a password, an invitation.
std::vector<Words> words_to_get_in() {
  return {
      {"sign_in",
       "Your link to sign in",
       {"Hello {name},", "Here is the link that you asked for. It signs you in to OneReturn."},
       "/sign-in/link/",
       "Sign in to OneReturn",
       {"It works once, for 15 minutes. A page opens with a button; press the button to sign in.",
        "If you did not ask for it, leave this mail alone. Nobody can sign in without it."}},
      {"sign_in_by_password",
       "How you sign in",
       {"Hello {name},",
        "Somebody asked for a link to sign in with your address. In your role you sign in with a "
        "password and a code from your phone, so we do not send links.",
        "If you have forgotten the password, choose \"Forgotten your password?\" on the page where "
        "you sign in.",
        "If it was not you who asked, you need do nothing."},
       "",
       "",
       {}},
      {"password",
       "Make a new password",
       {"Hello {name},", "Here is the link to make a new password for OneReturn."},
       "/password/new/",
       "Make a new password",
       {"It works once, for one hour. Your old password works until then.",
        "If you did not ask for it, leave this mail alone and nothing changes."}},
      {"colleague",
       "{by} invites you to help with a safeguarding return",
       {"Hello {name},",
        "{by} of {party} invites you to work with them on their safeguarding return.",
        "You would be a {role_words}."},
       "/invitation/",
       "Read the invitation",
       {"The link works once, for seven days. You need no password.",
        "If you do not know what this is about, ask {by} before you open it."}},
      {"board_colleague",
       "{by} invites you to work with {party}",
       {"Hello {name},",
        "{by} of {party} invites you to work with them in OneReturn, where the board reads the "
        "returns that organisations send it.",
        "You would be {role_words}."},
       "/invitation/",
       "Read the invitation",
       {"The link works once, for seven days. You choose a password and set up an authenticator "
        "app "
        "on your phone, so have it at hand.",
        "If you do not know what this is about, ask {by} before you open it."}},
  };
}

// Another address, and codes that were reset.
std::vector<Words> words_of_changes() {
  return {
      {"email_leave",
       "Do you want to sign in with another address?",
       {"Hello {name},",
        "Somebody who is signed in as you asked to use {new} instead of this address from now on.",
        "If it was you, say so here. The new address then gets a link of its own."},
       "/account/email/agree/",
       "Yes, I want to use the other address",
       {"The link works once, for one hour.",
        "If it was not you, leave this mail alone: nothing changes. Then sign in, choose \"Your "
        "account\" and \"Sign out everywhere else\"."}},
      {"email_change_asked",
       "Another address was asked for",
       {"Hello {name},",
        "You asked to sign in to OneReturn with {new} from now on, and typed your password. Until "
        "the "
        "link that went there is used, this address stays.",
        "If it was not you, make a new password at once: choose \"Forgotten your password?\" on "
        "the "
        "page where you sign in. That ends every session."},
       "",
       "",
       {}},
      {"second_factor_told",
       "The codes of {whose} were reset",
       {"Hello {name},",
        "{by} reset the codes with which {whose} signs in, because a phone was lost or changed. "
        "{whose} sets up a new one at the next sign-in.",
        "You get this because you manage the board too. If it looks wrong, ask both of them, by "
        "telephone."},
       "",
       "",
       {}},
  };
}

// What happens to an account, a signature to confirm, a board that asks.
std::vector<Words> words_once_in() {
  return {
      {"email_change",
       "Is this your new address?",
       {"Hello {name},", "You asked to sign in to OneReturn with this address from now on."},
       "/account/email/",
       "Yes, this is my address",
       {"The link works once, for one hour. Until then your old address stays.",
        "If you did not ask for this, leave this mail alone and nothing changes."}},
      {"email_taken",
       "This address is already in use",
       {"Hello,",
        "Somebody asked to use this address for their account with OneReturn. It belongs to an "
        "account already, so nothing was changed.",
        "If it was you: sign in with this address, or choose another one."},
       "",
       "",
       {}},
      {"email_changed",
       "Your address was changed",
       {"Hello {name},",
        "You now sign in to OneReturn with another address. This one no longer works.",
        "If you did not do this, tell the lead of your organisation or your board's office at "
        "once."},
       "",
       "",
       {}},
      {"signing_code",
       "{code} is your code to sign",
       {"Hello {name},", "To confirm your signature, enter this code on the page where you sign:",
        "{code}", "Copies to be sent: {copies}. The code works for 15 minutes.",
        "If you are not signing anything just now, tell the lead of your return: somebody may be "
        "using your account."},
       "",
       "",
       {}},
      {"second_factor_reset",
       "Sign in with a new device",
       {"Hello {name},",
        "Your codes for signing in were reset, because your phone was lost or changed. You have "
        "been signed out everywhere.",
        "When you next sign in, you will be shown how to set up codes on your new phone.",
        "If you did not ask for this, tell your board's office at once."},
       "",
       "",
       {}},
      {"join",
       "{board} invites {organisation} to fill in a safeguarding return",
       {"Hello {name},",
        "{board} asks {organisation} to fill in a return about how it keeps children safe. It is "
        "done in OneReturn.",
        "It is due on {due}."},
       "/join/",
       "Read the invitation",
       {"The link works once, until {until}.",
        "If your organisation uses OneReturn already, the answers that it has can be used again."}},
  };
}

// What a board says of a return, and what it asks to change. They hold nothing of it.
std::vector<Words> words_of_boards() {
  return {
      {"return_released",
       "{board} has looked at your return",
       {"Hello {name},",
        "{board} has evaluated the return that you sent, and you can read now what it says."},
       "/sent",
       "Read it in OneReturn",
       {"This mail holds nothing of it. If there is a correction later, you are told again."}},
      {"return_sent_back",
       "{board} asks you to change your return",
       {"Hello {name},",
        "{board} has looked at the return that you sent, and asks for changes by {day}.",
        "What it asks stands on your home in OneReturn, and beside the answers that it is about."},
       "/home",
       "See what is asked",
       {"What you send next is the next version of the return."}},
      {"return_asked",
       "{board} asks you for a return",
       {"Hello {name},",
        "{board} has asked you for a return about how you keep children safe. It is due on {due}.",
        "You can fill it in bit by bit, with your colleagues. What you have answered for another "
        "board is there already."},
       "/home",
       "See what is asked",
       {}},
      {"evidence_asked",
       "{board} asks to see evidence",
       {"Hello {name},",
        "{board} has read the return that you sent, and asks to see a piece of the evidence behind "
        "it."},
       "/evidence",
       "See what is asked",
       {"This is said once a day at most, however much is asked."}},
      {"plan_asked",
       "{board} asks for a plan",
       {"Hello {name},",
        "{board} has read the return that you sent, and asks you to offer your actions as one "
        "plan.",
        "It wants the plan by {due}."},
       "/our-plans",
       "See what is asked",
       {}},
      {"review_given",
       "{board} gives you returns to review",
       {"Hello {name},",
        "{board} asks you to look at returns of other organisations. You can read them from {from} "
        "until {until}; after that they are closed to you."},
       "/reviews",
       "See what you are given",
       {"Which returns they are, and what to look at, stands in OneReturn. Your notes are your own "
        "until you send them."}},
  };
}

// On certain days. They name no piece: a title is what somebody wrote.
std::vector<Words> words_on_a_day() {
  return {
      {"evidence_soon",
       "Evidence runs out on {day}",
       {"Hello {name},",
        "{pieces} of {party} {run} out on {day}. You look after it, or lead the return.",
        "If there is a newer one, add it as a new version: whatever is backed by it stays backed."},
       "/evidence?show=soon",
       "See what runs out",
       {"This is said once, thirty days before, and once more on the day."}},
      {"evidence_over",
       "Evidence runs out: {day}",
       {"Hello {name},",
        "{pieces} of {party} {run} out: the last day is {day}. You look after it, or lead the "
        "return.",
        "Boards that have it still see it, with that day. If there is a newer one, add it as a new "
        "version."},
       "/evidence?show=soon",
       "See what runs out",
       {"This is not said again."}},
      {"action_asked",
       "{board} asks: is this done?",
       {"Hello {name},",
        "{board} follows something that {organisation} undertook to do, and asks how it stands.",
        "It was to be done by {due}."},
       "/action/",
       "Say whether it is done",
       {"The page shows what it is about, and needs no account. The link works once, for 14 days, "
        "for this one thing. A newer mail about it ends this one.",
        "If it is not for you, pass this mail on to whoever leads on it."}},
  };
}

// Of conversations between an agency and a board, and of versions that a board decides on: that
// something is there, and nothing of it.
std::vector<Words> words_of_conversations() {
  return {
      {"answer_there",
       "A board has written to you",
       {"Hello {name},",
        "There is something new in a question between {party} and a board: an answer, or something "
        "that the board wants to know."},
       "/asked",
       "Read it",
       {"This is said once a day at most, however much there is to read."}},
      {"second_look_waits",
       "An evaluation waits for a second look",
       {"Hello {name},",
        "A colleague at {board} has evaluated a return and asks for a second person to look before "
        "it is released."},
       "/returns?state=second_look",
       "See what waits",
       {"Whoever graded it cannot be that person. This is said once a day at most, however many "
        "wait."}},
      {"question_there",
       "An agency has written to you",
       {"Hello {name},",
        "There is something new in a question between an agency and {party}: a question, or an "
        "answer to yours."},
       "/questions",
       "Read it",
       {"This is said once a day at most, however much there is to read."}},
      {"supplement_accepted",
       "A newer version was accepted",
       {"Hello {name},",
        "A board has accepted the newer version of a return that {party} offered. It works with it "
        "from now on."},
       "/sent",
       "See what each board holds",
       {}},
      {"supplement_declined",
       "A newer version was not accepted",
       {"Hello {name},",
        "A board has not accepted the newer version of a return that {party} offered, and says "
        "why. Nothing of yours is lost: your answers are as you left them."},
       "/sent",
       "Read why",
       {}},
  };
}

const std::vector<Words>& all_words() {
  static const std::vector<Words> all = [] {
    auto words = words_to_get_in();
    for (const auto& more : {words_of_changes(), words_once_in(), words_of_boards(),
                             words_on_a_day(), words_of_conversations()})
      words.insert(words.end(), more.begin(), more.end());
    return words;
  }();
  return all;
}

// How a role is spoken of in a sentence.
string_view role_words(const std::string& role) {
  if (role == "lead") return "lead, who runs the return and invites colleagues";
  if (role == "authoriser") return "person who reads the copies and signs them";
  if (role == "manager") return "a board manager, who reads what arrives and invites others";
  if (role == "assistant") return "an assistant, who reads and evaluates what arrives";
  if (role == "chair") return "the chair, who reads what arrives";
  if (role == "member") return "a member, who reviews returns when asked";
  if (role == "reviewer") return "a reviewer, who looks at returns when asked";
  return "contributor, who writes answers";
}

// The paragraph with its places filled; "" when one of them has nothing to be filled with.
std::string filled(string_view pattern, const Fields& fields) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto open = std::min(pattern.find('{', at), pattern.size());
    text.append(pattern.substr(at, open - at));
    if (open == pattern.size()) break;
    const auto close = pattern.find('}', open);
    const auto field = fields.find(std::string(pattern.substr(open + 1, close - open - 1)));
    if (field == fields.end() || field->second.empty()) return {};
    text += field->second;
    at = close + 1;
  }
  return text;
}

// A name that somebody typed must not become a line of its own.
Fields on_one_line(Fields fields) {
  for (auto& [name, text] : fields) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  }
  return fields;
}

}  // namespace

std::optional<MailText> words_of(const OutgoingMail& mail, const Secrets& secrets) {
  const auto& all = all_words();
  const auto words =
      std::find_if(all.begin(), all.end(), [&](const Words& one) { return one.kind == mail.kind; });
  if (words == all.end()) return std::nullopt;
  auto fields = on_one_line(mail.fields);
  fields["code"] = secrets.code;
  fields["role_words"] = role_words(fields["role"]);
  Letter letter;
  for (const auto paragraph : words->before)
    letter.paragraph(filled(paragraph, fields));
  if (!words->path.empty()) {
    letter.link(std::string(words->action),
                secrets.origin + std::string(words->path) +
                    (words->path.back() == '/' ? secrets.token : std::string{}));
  }
  for (const auto paragraph : words->after)
    letter.paragraph(filled(paragraph, fields));
  return letter.text(filled(words->subject, fields));
}

}  // namespace onereturn::notifications
