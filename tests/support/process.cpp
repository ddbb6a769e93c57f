#include "support/process.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/database.hpp"

namespace onereturn::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) {
    all.push_back(text.data());
  }
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> as_lines(const std::map<std::string, std::string>& variables) {
  std::vector<std::string> lines = {std::string("PATH=") + std::getenv("PATH")};
  for (const auto& [name, value] : variables) {
    lines.push_back(name + "=" + value);
  }
  return lines;
}

}  // namespace

std::string make_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "or-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder");
  }
  return pattern;
}

Process::Process(const std::vector<std::string>& command,
                 const std::map<std::string, std::string>& variables)
    : folder_(make_folder()) {
  auto words = command;
  auto lines = as_lines(variables);
  const auto arguments = pointers(words);
  const auto environment = pointers(lines);
  const auto output = folder_ + "/output";
  const int file = open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  id_ = fork();
  if (id_ < 0) {
    throw std::runtime_error("no process");
  }
  if (id_ == 0) {
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
    execvpe(arguments[0], arguments.data(), environment.data());
    _exit(127);
  }
  close(file);
}

Process::~Process() {
  if (id_ > 0) {
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
  }
  std::filesystem::remove_all(folder_);
}

void Process::signal(int number) const { kill(id_, number); }

int Process::wait(std::chrono::milliseconds patience) {
  int status = 0;
  const bool ended = eventually([&] { return waitpid(id_, &status, WNOHANG) == id_; }, patience);
  if (!ended) {
    throw std::runtime_error("the process runs on:\n" + output());
  }
  id_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string Process::output() const { return read_text(folder_ + "/output"); }

}  // namespace onereturn::testing
