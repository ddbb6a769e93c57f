// What programs in the room cannot do, and that nothing of them is left.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "functional/paper/reading.hpp"

namespace onereturn::testing::paper {
namespace {

using convert::Cause;
using convert::Format;
using namespace std::chrono_literals;

class Room : public ::testing::Test {
 protected:
  Room() { std::filesystem::create_directories(folder_); }
  ~Room() override { std::filesystem::remove_all(folder_); }

  convert::Settings settings() const { return {.folder = folder_, .limits = {}}; }
  // How a conversion fails; the test fails when it does not.
  static convert::ConversionFailed failure(const convert::Settings& settings,
                                           const std::string& html) {
    try {
      (void)convert::Converter{settings}.convert(Format::pdf, html, look());
    } catch (const convert::ConversionFailed& failed) {
      return failed;
    }
    ADD_FAILURE() << "a document was made";
    return {"", Cause::broke, ""};
  }
  void expect_nothing_left() const {
    EXPECT_TRUE(left_in(folder_).empty()) << left_in(folder_).front();
    EXPECT_TRUE(processes_with(folder_).empty()) << "a process is left";
  }

  const std::string folder_ = std::filesystem::temp_directory_path() /
                              ("onereturn-room-test-" + std::to_string(::getpid()));
};

TEST_F(Room, is_closed_here) {
  ASSERT_TRUE(convert::closed_rooms_can_be_had())
      << "this machine lets nobody make namespaces: the tests below say nothing";
  EXPECT_TRUE(converter().usable());
  EXPECT_EQ(converter().room(), convert::Room::closed);
}

TEST_F(Room, ends_what_takes_too_long) {
  auto hurried = settings();
  hurried.limits.time = 1s;
  std::string rows;
  for (int at = 0; at < 6000; ++at) {
    rows += "<tr><td>a</td><td>b</td><td>c</td></tr>";
  }
  const auto before = std::chrono::steady_clock::now();
  const auto failed = failure(hurried, page("<table>" + rows + "</table>"));
  EXPECT_EQ(failed.cause(), Cause::timed_out) << failed.said();
  EXPECT_FALSE(failed.passing());
  EXPECT_LT(std::chrono::steady_clock::now() - before, 6s);
  expect_nothing_left();
}

TEST_F(Room, ends_what_takes_too_much) {
  // With the first pandoc does not even begin, with the second it has no room for its threads.
  for (const auto megabytes : {160ULL, 400ULL}) {
    auto narrow = settings();
    narrow.limits.memory = megabytes * 1024 * 1024;
    const auto failed = failure(narrow, page("<p>x</p>"));
    EXPECT_EQ(failed.cause(), Cause::out_of_memory) << megabytes << ": " << failed.said();
    EXPECT_EQ(failed.step(), "pandoc");
    EXPECT_FALSE(failed.passing());
    expect_nothing_left();
  }
}

TEST_F(Room, leaves_nothing_after_success_either) {
  (void)convert::Converter{settings()}.convert(Format::odt, page("<p>x</p>"), look());
  expect_nothing_left();
}

TEST_F(Room, is_refused_to_pages_that_point_outside) {
  for (const std::string bad :
       {"<img src=\"/etc/passwd\">", "<IMG alt='a' SRC=\"file:///etc/passwd\">",
        "<iframe src=\"http://127.0.0.1/\"></iframe>", "<link rel=stylesheet href=x.css>",
        "<object data=\"/etc/passwd\"></object>", "<embed src=x>", "<base href=\"file:///\">",
        "<img/src=http://127.0.0.1/x.png>", "<meta http-equiv=refresh content='0;url=/'>",
        "<img srcset=\"http://127.0.0.1/a 2x\" src=\"data:image/png;base64,AA\">"}) {
    const auto failed = failure(settings(), page(bad));
    EXPECT_EQ(failed.cause(), Cause::refused) << bad;
  }
  EXPECT_NO_THROW((void)converter().convert(
      Format::docx, page("<p title=\"src\"><a href=\"https://a.example/?src=1\">src=1</a></p>"),
      look()));
}

// An ear on this machine that counts who calls.
class Ear {
 public:
  Ear() : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(socket_, 8), 0);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  ~Ear() { ::close(socket_); }
  Ear(const Ear&) = delete;
  Ear& operator=(const Ear&) = delete;

  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/x.png"; }
  bool called() const {
    pollfd seen{socket_, POLLIN, 0};
    return ::poll(&seen, 1, 300) > 0;
  }

 private:
  int socket_;
  int port_ = 0;
};

TEST_F(Room, has_no_network_and_no_files_even_for_what_would_fetch) {
  const std::string secret = folder_ + "/secret.txt";
  std::ofstream{secret} << "the-secret-words";
  const Ear ear;
  const convert::JobFolder job{folder_};
  job.write("page.html",
            page("<p>here</p><img src=\"" + ear.address() + "\"><iframe src=\"" + ear.address() +
                 "\"></iframe><iframe src=\"" + secret + "\"></iframe><img src=\"/etc/passwd\">"));
  const auto run = [&](convert::Room room, const std::vector<std::string>& words) {
    return convert::run_in(room, job, {.time = 20s}, words);
  };
  (void)run(convert::Room::closed,
            {"pandoc", "--self-contained", "--to=html", "--output=made.html", "page.html"});
  (void)run(convert::Room::closed, {"/usr/lib/libreoffice/program/soffice", "--headless",
                                    "-env:UserInstallation=file://{scratch}/p", "--convert-to",
                                    "odt:writer8", "--outdir", "{job}", "{job}/page.html"});
  EXPECT_FALSE(ear.called());
  EXPECT_EQ(job.read("made.html", 1 << 20).find("the-secret-words"), std::string::npos);
  for (const auto& word : {secret, std::string{"/etc/shadow"}, std::string{"/root"}}) {
    EXPECT_FALSE(run(convert::Room::closed, {"ls", word}).well()) << word << " can be seen";
  }
  // The same outside of the room does call: the ear hears.
  (void)run(convert::Room::open, {"pandoc", "--self-contained", "--to=html", "page.html"});
  EXPECT_TRUE(ear.called());
}

TEST_F(Room, hands_no_open_file_and_no_setting_to_a_child) {
  ::setenv("ONERETURN_SECRETS_KEY", "hush-hush", 1);
  // A handle that a library forgot to close for children.
  const int careless = ::dup2(STDERR_FILENO, 77);
  const convert::JobFolder job{folder_};
  for (const auto room : {convert::Room::closed, convert::Room::open}) {
    const auto seen =
        convert::run_in(room, job, {.time = 10s}, {"sh", "-c", "env; ls -l /proc/self/fd"});
    EXPECT_TRUE(seen.well()) << seen.said;
    EXPECT_EQ(seen.said.find("hush"), std::string::npos);
    EXPECT_EQ(seen.said.find(" 77 ->"), std::string::npos) << seen.said;
  }
  ::close(careless);
  ::unsetenv("ONERETURN_SECRETS_KEY");
}

TEST_F(Room, ends_grandchildren_too) {
  const convert::JobFolder job{folder_};
  for (const auto room : {convert::Room::closed, convert::Room::open}) {
    const auto ended = convert::run_in(room, job, {.time = 1s},
                                       {"sh", "-c", "sleep 4321 & sleep 4321; sleep 4321"});
    EXPECT_TRUE(ended.timed_out);
    std::this_thread::sleep_for(200ms);
    EXPECT_TRUE(processes_with("4321").empty());
  }
}

TEST_F(Room, says_when_a_program_is_not_there_or_makes_nothing) {
  const convert::JobFolder job{folder_};
  EXPECT_FALSE(convert::run_in(convert::Room::closed, job, {}, {"no-such-program"}).well());
  for (const std::string no_book : {"", "PK\x03\x04 cut", "<html>a page</html>"}) {
    try {
      (void)converter().to_ods(no_book);
      ADD_FAILURE() << "a book was made of: " << no_book;
    } catch (const convert::ConversionFailed& failed) {
      EXPECT_EQ(failed.cause(), Cause::refused);
      EXPECT_FALSE(failed.passing());
    }
  }
  EXPECT_THROW((void)converter().merge({"%PDF-1.6 not really"}), convert::ConversionFailed);
  EXPECT_FALSE(convert::is_whole("%PDF-1.6 cut", "pdf"));
  EXPECT_FALSE(convert::is_whole("PK\x03\x04" + std::string(60, 'x'), "docx"));
  EXPECT_FALSE(convert::is_whole("", "odt"));
}

TEST_F(Room, reads_no_link_that_was_left_in_its_folder) {
  const convert::JobFolder job{folder_};
  std::filesystem::create_symlink("/etc/passwd", job.path() + "/out.pdf");
  EXPECT_EQ(job.read("out.pdf", 1 << 20), "");
  job.write("long", "12345");
  EXPECT_EQ(job.read("long", 4), "");
  EXPECT_EQ(job.read("long", 5), "12345");
}

}  // namespace
}  // namespace onereturn::testing::paper
