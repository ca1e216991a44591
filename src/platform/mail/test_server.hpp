// A real mail server for tests: a process of its own that listens on TCP (test_server.py). For tests only.
#pragma once
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "platform/json/json.hpp"
#include "tests/support/temporary_folder.hpp"

#ifndef HEBRA_MAIL_SERVER
#define HEBRA_MAIL_SERVER "src/platform/mail/test_server.py"  // from the repository's root; each test program says the whole path
#endif

extern char** environ;

namespace hebra::mail {

/// A letter as the server took it.
struct Taken {
    std::string from;
    std::string to;
    bool tls;
    std::string hello;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (from, to, tls, hello, text))

class TestServer {
  public:
    enum class Asks { nothing, starttls_and_password };

    explicit TestServer(Asks asks = Asks::nothing) {
        std::vector<std::string> words = {HEBRA_MAIL_SERVER};
        if (asks == Asks::starttls_and_password) {
            certify();
            words.insert(words.end(), {certificate(), folder_ / "key.pem"});
        }
        start(words);
        port_ = line();
    }
    ~TestServer() { stop(); }
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    std::string url(const std::string& user = {}) const { return "smtp://" + user + "localhost:" + port_; }
    std::string certificate() const { return folder_ / "certificate.pem"; }
    /// The next letter it took; waits for it.
    Taken taken() { return json::read<Taken>(line()).value(); }
    void stop() {
        if (process_ < 0) return;
        close(input_);
        waitpid(process_, nullptr, 0);
        close(output_);
        process_ = -1;
    }

  private:
    void certify() {
        const auto command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost "
                             "-addext subjectAltName=DNS:localhost -keyout " + (folder_ / "key.pem") + " -out " + certificate() +
                             " 2>/dev/null";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl makes no certificate");
    }
    void start(std::vector<std::string>& words) {
        int in[2], out[2];
        if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipes are left");
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, in[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const int failed = posix_spawn(&process_, words[0].c_str(), &files, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&files);
        close(in[0]);
        close(out[1]);
        input_ = in[1];
        output_ = out[0];
        if (failed != 0) throw std::runtime_error("cannot run " + words[0]);
    }
    std::string line() {
        std::string text;
        for (char c; read(output_, &c, 1) == 1 && c != '\n';) text += c;
        if (text.empty()) throw std::runtime_error("the mail server says nothing (is python3-aiosmtpd installed?)");
        return text;
    }

    test::TemporaryFolder folder_;
    int process_ = -1, input_ = -1, output_ = -1;
    std::string port_;
};

}  // namespace hebra::mail
