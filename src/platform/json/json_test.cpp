#include "platform/json/json.hpp"

#include <gtest/gtest.h>

namespace hebra::json {
namespace {

enum class Status { draft, sent, closed_verified };
BOOST_DESCRIBE_ENUM(Status, draft, sent, closed_verified)

constexpr Word k_bad_age{"bad_age", "La edad va de 0 a 120.", "Age goes from 0 to 120."};
constexpr Word k_bad_run{"bad_run", "El RUN no calza con su dígito.", "The RUN does not match its digit."};

class Age {
  public:
    static constexpr std::int64_t k_minimum = 0;
    static constexpr std::int64_t k_maximum = 120;
    static Result<Age> from_number(std::int64_t years) {
        if (years < k_minimum || years > k_maximum) return refuse(Refused::invalid, k_bad_age);
        Age age;
        age.years_ = static_cast<int>(years);
        return age;
    }
    std::int64_t number() const { return years_; }

  private:
    int years_ = 0;
};

class Run {
  public:
    static Result<Run> parse(std::string_view text) {
        if (text != "1-9") return refuse_field("", k_bad_run);
        Run run;
        run.text_ = text;
        return run;
    }
    std::string text() const { return text_; }

  private:
    std::string text_;
};

struct Named {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name))

struct Everything : Named {
    Id<struct EverythingTag> id;
    Status status = Status::draft;
    Time at;
    Date day{};
    bool urgent = false;
    int count = 0;
    std::uint8_t small = 0;
    std::uint64_t big = 0;
    double share = 0;
    std::optional<int> maybe;
    std::vector<Named> friends;
    std::map<std::string, int> counts;
    Private note;
    Bytes key;
    Raw extra;
    Age age;
    Run run;
};
BOOST_DESCRIBE_STRUCT(Everything, (Named), (id, status, at, day, urgent, count, small, big, share, maybe, friends, counts, note,
                                            key, extra, age, run))

constexpr std::string_view k_everything =
    R"({"name":"Ñandú \"x\"\n","id":"0193f3a0-0000-7000-8000-000000000001","status":"closed_verified",)"
    R"("at":"2026-11-19T21:12:00Z","day":"2026-11-19","urgent":true,"count":-7,"small":255,"big":18446744073709551615,)"
    R"("share":0.5,"maybe":3,"friends":[{"name":"a"},{"name":"b"}],"counts":{"x":1},"note":"secreto","key":"AQID",)"
    R"("extra":{"any":[1,null]},"age":16,"run":"1-9"})";

/// "pointer code" of each error.
template <class T>
std::vector<std::string> errors_of(const Result<T>& result) {
    std::vector<std::string> errors;
    if (result) return errors;
    for (const auto& field : result.error().fields) errors.push_back(field.pointer + " " + std::string(field.word.code));
    return errors;
}
using Errors = std::vector<std::string>;

TEST(Json, everything_reads_and_writes_back_the_same_text) {
    const auto value = read<Everything>(k_everything);
    ASSERT_TRUE(value) << errors_of(value).front();
    EXPECT_EQ(value->name, "Ñandú \"x\"\n");
    EXPECT_EQ(value->big, 18446744073709551615ULL);
    EXPECT_EQ(value->key, (Bytes{1, 2, 3}));
    EXPECT_EQ(write(*value), k_everything);
}

TEST(Json, members_it_does_not_have_are_ignored_in_what_was_kept_and_refused_in_what_is_asked) {
    EXPECT_EQ(read<Named>(R"({"name":"a","from":"a newer program"})")->name, "a");
    EXPECT_EQ(read_request<Named>(R"({"name":"a"})")->name, "a");
    EXPECT_EQ(errors_of(read_request<Named>(R"({"name":"a","nmae":"b"})")), Errors{"/nmae unknown_member"});
    EXPECT_EQ(errors_of(read_request<std::vector<Named>>(R"([{"name":"a"},{"name":"b","a/b":1}])")), Errors{"/1/a~1b unknown_member"});
}

TEST(Json, every_error_is_told_with_its_pointer) {
    const auto value = read<Everything>(
        R"({"name":7,"id":"x","status":"lost","at":"2026-02-30T00:00:00Z","day":"2026-13-01","urgent":"yes","count":3000000000,)"
        R"("small":256,"big":-1,"share":"much","maybe":"three","friends":[{"name":"a"},{},{"name":null}],"counts":{"a/b~c":"x"},)"
        R"("note":[],"key":"a","age":-7,"run":"1-8"})");
    EXPECT_EQ(errors_of(value),
              (Errors{"/name wrong_type", "/id not_an_id", "/status unknown_code", "/at not_a_time", "/day not_a_date",
                      "/urgent wrong_type", "/count out_of_range", "/small out_of_range", "/big out_of_range",
                      "/share wrong_type", "/maybe wrong_type", "/friends/1/name missing", "/friends/2/name missing",
                      "/counts/a~1b~0c wrong_type", "/note wrong_type", "/key not_base64url", "/extra missing", "/age bad_age",
                      "/run bad_run"}));
    EXPECT_EQ(value.error().kind, Refused::invalid);
}

TEST(Json, an_unknown_code_is_answered_with_the_known_ones) {
    const auto value = read<std::vector<Status>>(R"(["lost"])");
    EXPECT_EQ(value.error().fields.at(0).word.es, "No es un código conocido. Se acepta: draft, sent, closed_verified.");
}

TEST(Json, what_is_not_json_is_malformed) {
    const auto code = [](std::string_view text) -> std::string {
        const auto value = read<Named>(text);
        if (value) return "ok";
        return value.error().kind == Refused::malformed ? std::string(value.error().word.code) : "invalid";
    };
    EXPECT_EQ(code(""), "not_json");
    EXPECT_EQ(code("{\"name\":\"a\"} x"), "not_json");
    EXPECT_EQ(code("{\"name\":\"a\",}"), "not_json");
    EXPECT_EQ(code("{\"name\":\"\\ud800\"}"), "not_json");
    EXPECT_EQ(code("{\"name\":\"Pe\xF1" "alol\xE9n\"}"), "not_utf8");
    EXPECT_EQ(code("[]"), "invalid");
    EXPECT_EQ(code(R"({"name":"a","x":)" + std::string(31, '[') + std::string(31, ']') + "}"), "ok");
    EXPECT_EQ(code(R"({"name":"a","x":)" + std::string(32, '[') + std::string(32, ']') + "}"), "too_deep");
}

TEST(Json, text_has_a_limit_and_no_null_character) {
    const auto of = [](std::size_t size) { return R"({"name":")" + std::string(size, 'a') + "\"}"; };
    EXPECT_TRUE(read<Named>(of(10'000)));
    EXPECT_EQ(errors_of(read<Named>(of(10'001))), Errors{"/name too_long"});
    EXPECT_EQ(errors_of(read<Named>(R"({"name":"a\u0000b"})")), Errors{"/name bad_character"});
    EXPECT_TRUE(read<std::vector<Text<20'000>>>("[\"" + std::string(20'000, 'a') + "\"]"));
    const auto over = read<std::vector<Text<3>>>(R"(["abcd"])");
    EXPECT_EQ(errors_of(over), Errors{"/0 too_long"});
    EXPECT_EQ(over.error().fields[0].word.en, "It is too long: 3 bytes fit (an accented letter takes two).");
}

TEST(Json, integers_keep_their_range_and_2_0_is_one) {
    EXPECT_EQ(read<std::vector<int>>("[2.0, -2147483648, 2147483647]"), (std::vector<int>{2, -2147483647 - 1, 2147483647}));
    EXPECT_EQ(errors_of(read<std::vector<int>>("[2.5, 2147483648, 1e30, 18446744073709551615, true]")),
              (Errors{"/0 wrong_type", "/1 out_of_range", "/2 out_of_range", "/3 out_of_range", "/4 wrong_type"}));
    EXPECT_EQ(errors_of(read<std::vector<double>>("[1e400]")).size(), 1U);
}

TEST(Json, reading_stops_at_a_hundred_errors_and_ten_thousand_items) {
    std::string many = "[0";
    for (int i = 1; i < 10'001; ++i) many += ",0";
    EXPECT_EQ(errors_of(read<std::vector<int>>(many + "]")), Errors{" too_many_items"});
    many = "[true";
    for (int i = 1; i < 5'000; ++i) many += ",true";
    EXPECT_EQ(errors_of(read<std::vector<int>>(many + "]")).size(), 100U);
}

struct Patch {
    Change<std::string> name;
    Change<int> count;
    std::optional<std::vector<int>> list;
};
BOOST_DESCRIBE_STRUCT(Patch, (), (name, count, list))

TEST(Json, a_change_tells_absent_from_null) {
    const auto absent = read<Patch>("{}");
    EXPECT_TRUE(absent->name.is_left());
    const auto both = read<Patch>(R"({"name":null,"count":4,"list":null})");
    EXPECT_TRUE(both->name.is_cleared());
    EXPECT_EQ(both->count.value(), 4);
    EXPECT_EQ(both->list, std::nullopt);
    EXPECT_EQ(write(*absent), "{}");
    EXPECT_EQ(write(*both), R"({"name":null,"count":4})");
    EXPECT_EQ(errors_of(read<Patch>(R"({"count":"x"})")), Errors{"/count wrong_type"});

    std::optional<int> stored = 9;
    absent->count.apply_to(stored);
    EXPECT_EQ(stored, 9);
    both->count.apply_to(stored);
    EXPECT_EQ(stored, 4);
    Change<int>::clear().apply_to(stored);
    EXPECT_EQ(stored, std::nullopt);
}

TEST(Json, broken_text_is_written_as_valid_json) {
    EXPECT_EQ(write(std::string("a\xFF\xC3\x01\x7F")), "\"a\uFFFD\uFFFD\\u0001\x7F\"");
    EXPECT_THROW(write(1.0 / 0.0), std::logic_error);
    EXPECT_THROW(write(static_cast<Status>(77)), std::logic_error);
}

struct Query {
    std::optional<int> age;
    std::string topic;
    std::vector<Status> status;
    std::optional<bool> open;
    std::optional<Id<struct QueryTag>> service_id;
};
BOOST_DESCRIBE_STRUCT(Query, (), (age, topic, status, open, service_id))

TEST(Json, a_query_is_read_by_the_same_types) {
    using Parameters = std::vector<Parameter>;
    const auto good = read<Query>(Parameters{{"age", "16"}, {"topic", "duelo"}, {"status", "sent"}, {"status", "draft"},
                                             {"open", "true"}, {"service_id", ""}});
    ASSERT_TRUE(good) << errors_of(good).front();
    EXPECT_EQ(good->age, 16);
    EXPECT_EQ(good->status, (std::vector{Status::sent, Status::draft}));
    EXPECT_EQ(good->open, true);
    EXPECT_EQ(good->service_id, std::nullopt);
    EXPECT_TRUE(read<Query>(Parameters{{"topic", "x"}})->status.empty());

    const auto bad = read<Query>(Parameters{{"age", "16x"}, {"topic", ""}, {"status", "sent"}, {"status", "lost"},
                                            {"tópico", "x"}});
    EXPECT_EQ(errors_of(bad), (Errors{"?tópico unknown_parameter", "?age wrong_type", "?topic missing", "?status unknown_code"}));
}

}  // namespace
}  // namespace hebra::json
