#include "platform/log/log.hpp"

#include <fstream>
#include <limits>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/private.hpp"
#include "base/result.hpp"

namespace hebra::log {
namespace {

enum class Box { inbox, sent };
BOOST_DESCRIBE_ENUM(Box, inbox, sent)
enum class Undescribed { a };

template <class T>
concept Loggable = requires(T value) { Field{"name", value}; };

static_assert(Loggable<int> && Loggable<bool> && Loggable<double> && Loggable<std::size_t>);
static_assert(Loggable<Box> && Loggable<Id<struct AnyTag>> && Loggable<std::chrono::seconds> && Loggable<Word>);
static_assert(!Loggable<Private>, "text about a person has no way into a log");
static_assert(!Loggable<std::string> && !Loggable<std::string_view> && !Loggable<const char*> && !Loggable<char>);
static_assert(!Loggable<Undescribed> && !Loggable<int*>);

class Log : public testing::Test {
  protected:
    void TearDown() override {
        open({});
        std::filesystem::remove(path_);
    }
    std::vector<std::string> lines() const {
        std::ifstream in(path_);
        std::vector<std::string> all;
        for (std::string line; std::getline(in, line);) all.push_back(line);
        return all;
    }
    /// A line without its opening moment, which no test can know.
    static std::string untimed(const std::string& line) { return line.substr(line.find("\"level\"")); }

    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("hebra_log_" + std::to_string(getpid()) + ".jsonl");
};

TEST_F(Log, writes_every_kind_of_value_as_json) {
    open({Level::debug, path_});
    const Uuid id = *Uuid::parse("01890000-0000-7000-8000-000000000001");
    info("test.kinds", {{"port", 8080},
                        {"negative", std::int64_t{-3}},
                        {"big", std::numeric_limits<std::uint64_t>::max()},
                        {"ratio", 0.5},
                        {"nothing", std::numeric_limits<double>::infinity()},
                        {"yes", true},
                        {"box", Box::sent},
                        {"id", id},
                        {"took", std::chrono::milliseconds(2)},
                        {"at_noon", from_micros(0)},
                        {"word", words::k_not_found},
                        {"why", "a literal"},
                        {"route", Machinery("/api/v1/\"people\"/{id}\n")}});
    ASSERT_EQ(lines().size(), 1);
    EXPECT_EQ(untimed(lines()[0]),
              R"("level":"info","event":"test.kinds","port":8080,"negative":-3,"big":18446744073709551615,"ratio":0.5,)"
              R"("nothing":null,"yes":true,"box":"sent","id":"01890000-0000-7000-8000-000000000001","took_us":2000,)"
              R"("at_noon":"1970-01-01T00:00:00Z","word":"not_found","why":"a literal",)"
              R"("route":"/api/v1/\"people\"/{id}\u000a"})");
}

TEST_F(Log, leaves_out_what_is_below_its_level) {
    open({Level::warning, path_});
    info("test.quiet");
    warning("test.loud");
    ASSERT_EQ(lines().size(), 1);
    EXPECT_EQ(untimed(lines()[0]), R"("level":"warning","event":"test.loud"})");
}

TEST_F(Log, names_the_request_of_its_own_thread_only_while_it_lasts) {
    open({Level::info, path_});
    {
        const RequestScope outer(Machinery("r1"));
        info("test.outer");
        {
            const RequestScope inner(Machinery("r2"));
            info("test.inner");
        }
        std::thread([] { info("test.elsewhere"); }).join();
        info("test.outer_again");
    }
    info("test.after");
    std::vector<std::string> requests;
    for (const auto& line : lines()) {
        const auto at = line.find("\"request\":\"");
        requests.push_back(at == std::string::npos ? "" : line.substr(at + 11, 2));
    }
    EXPECT_EQ(requests, (std::vector<std::string>{"r1", "r2", "", "r1", ""}));
}

TEST_F(Log, keeps_lines_whole_when_threads_write_at_once) {
    open({Level::info, path_});
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([] {
            for (int i = 0; i < 200; ++i) info("test.thread", {{"i", i}});
        });
    for (auto& thread : threads) thread.join();
    const auto all = lines();
    EXPECT_EQ(all.size(), 800);
    for (const auto& line : all) {
        EXPECT_EQ(line.front(), '{');
        EXPECT_EQ(line.back(), '}');
        EXPECT_EQ(line.find("\"at\"", 2), std::string::npos);
    }
}

}  // namespace
}  // namespace hebra::log
