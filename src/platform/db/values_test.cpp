// Every type goes in and comes back the same, on both databases; what does not fit says where.
#include <gtest/gtest.h>

#include "base/private.hpp"
#include "tests/support/databases.hpp"

namespace hebra::db {
namespace {

using ThingId = Id<struct ThingTag>;

enum class Mood { calm, worried };
BOOST_DESCRIBE_ENUM(Mood, calm, worried)

/// A type that reads and writes itself.
struct Code {
    std::string word;
    const std::string& text() const { return word; }
    static std::optional<Code> parse(std::string_view text) {
        if (!text.starts_with("HB-")) return std::nullopt;
        return Code{std::string(text)};
    }
    bool operator==(const Code&) const = default;
};

/// A type with a Column of its own.
struct Age {
    int years;
    bool operator==(const Age&) const = default;
};

}  // namespace

template <>
struct Column<Age> {
    static constexpr Kind kind = Kind::integer;
    static Value write(Age age) { return Value(std::int64_t{age.years}); }
    static Age read(const Cell& cell) {
        if (cell.integer() < 0) cell.unfit("an age");
        return {static_cast<int>(cell.integer())};
    }
};

namespace {

static_assert(!Columnar<Private> && !Columnar<double> && !Columnar<std::string_view>);

struct Thing {
    ThingId id = {};
    std::string name = {};
    Time at = {};
    Micros lasts = {};
    Date born = {};
    Mood mood = {};
    bool urgent = {};
    std::int16_t small = {};
    std::int64_t large = {};
    Bytes sealed = {};
    Code code = {};
    Age age = {};
    bool operator==(const Thing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, name, at, lasts, born, mood, urgent, small, large, sealed, code, age))

struct Maybe {
    std::optional<ThingId> id;
    std::optional<std::string> name;
    std::optional<Time> at;
    std::optional<Date> born;
    std::optional<Mood> mood;
    std::optional<bool> urgent;
    std::optional<Bytes> sealed;
    std::optional<Age> age;
    bool operator==(const Maybe&) const = default;
};
BOOST_DESCRIBE_STRUCT(Maybe, (), (id, name, at, born, mood, urgent, sealed, age))

void schema(Database& database) {
    test::write(database, [](Tx& tx) {
        tx.add("CREATE TABLE thing (id TEXT, name TEXT, at BIGINT, lasts BIGINT, born TEXT, mood TEXT, urgent SMALLINT, "
               "small SMALLINT, large BIGINT, sealed BYTES, code TEXT, age BIGINT)");
    });
}
using Values = test::OnBothDatabases<schema>;
HEBRA_ON_BOTH_DATABASES(Values);

void store(Database& database, const Thing& t) {
    test::write(database, [&](Tx& tx) {
        tx.add("INSERT INTO thing VALUES (:id, :name, :at, :lasts, :born, :mood, :urgent, :small, :large, :sealed, :code, "
               ":age)",
               {arg("id", t.id), arg("name", t.name), arg("at", t.at), arg("lasts", t.lasts), arg("born", t.born),
                arg("mood", t.mood), arg("urgent", t.urgent), arg("small", t.small), arg("large", t.large),
                arg("sealed", t.sealed), arg("code", t.code), arg("age", t.age)});
    });
}

constexpr auto k_thing = "SELECT id, name, at, lasts, born, mood, urgent, small, large, sealed, code, age FROM thing";

TEST_P(Values, every_type_comes_back_as_it_went) {
    const Thing thing{ThingId::make(from_micros(1'700'000'000'000'000)),
                      "Ñuñoa — 'comillas' \\ \"y\" 🧵",
                      from_micros(1'700'000'000'123'456),
                      Micros(-5),
                      Date(std::chrono::year(2008), std::chrono::month(2), std::chrono::day(29)),
                      Mood::worried,
                      true,
                      -32'768,
                      INT64_MIN,
                      Bytes{0, 1, 0, 255},
                      Code{"HB-7K2"},
                      Age{17}};
    store(db(), thing);
    EXPECT_EQ(db().read([](Reader& r) { return r.one<Thing>(k_thing); }), thing);
}

TEST_P(Values, arguments_may_be_collected_first) {
    std::vector<Arg> args;
    for (const std::string name : {"name", "mood"}) args.push_back(arg("x", name + " kept though it was a temporary"));
    args[0].name = "name";
    args[1].name = "mood";
    test::write(db(), [&](Tx& tx) { tx.add("INSERT INTO thing (name, mood) VALUES (:name, :mood)", args); });
    EXPECT_EQ(db().read([](Reader& r) { return r.one<std::string>("SELECT mood FROM thing"); }),
              "mood kept though it was a temporary");
}

TEST_P(Values, empty_text_and_bytes_are_not_null) {
    Thing thing{.name = "", .at = from_micros(-1), .born = *parse_date("0001-01-01"), .large = INT64_MAX, .sealed = {},
                .code = {"HB-"}};
    store(db(), thing);
    EXPECT_EQ(db().read([](Reader& r) { return r.one<Thing>(k_thing); }), thing);
}

TEST_P(Values, large_content_comes_back_whole) {
    Thing thing{.name = std::string(300'000, 'a') + "ñ", .born = *parse_date("2020-01-01"), .sealed = Bytes(300'000, 7),
                .code = {"HB-"}};
    store(db(), thing);
    EXPECT_EQ(db().read([](Reader& r) { return r.one<Thing>(k_thing); }), thing);
}

TEST_P(Values, empty_optionals_are_null_and_full_ones_their_value) {
    const auto save = [&](const Maybe& m) {
        test::write(db(), [&](Tx& tx) {
            tx.add("DELETE FROM thing");
            tx.add("INSERT INTO thing (id, name, at, born, mood, urgent, sealed, age) "
                   "VALUES (:id, :name, :at, :born, :mood, :urgent, :sealed, :age)",
                   {arg("id", m.id), arg("name", m.name), arg("at", m.at), arg("born", m.born), arg("mood", m.mood),
                    arg("urgent", m.urgent), arg("sealed", m.sealed), arg("age", m.age)});
        });
    };
    const auto load = [&] {
        return db().read([](Reader& r) {
            return r.one<Maybe>("SELECT id, name, at, born, mood, urgent, sealed, age FROM thing").value();
        });
    };
    const Maybe nothing{};
    save(nothing);
    EXPECT_EQ(load(), nothing);
    const Maybe all{ThingId::make(from_micros(1)), "a", from_micros(1), *parse_date("2020-02-02"), Mood::calm, false,
                    Bytes{1}, Age{3}};
    save(all);
    EXPECT_EQ(load(), all);
}

TEST_P(Values, nullptr_is_null_in_any_column_and_the_statement_still_takes_values) {
    const auto add = [&](auto name, auto at, auto sealed) {
        test::write(db(), [&](Tx& tx) {
            tx.add("INSERT INTO thing (name, at, sealed) VALUES (:name, :at, :sealed)",
                   {arg("name", name), arg("at", at), arg("sealed", sealed)});
        });
    };
    add(nullptr, nullptr, nullptr);
    add("ñ", from_micros(7), Bytes{9});
    const auto count = [&](auto sql) { return db().read([&](Reader& r) { return r.one<int>(sql).value(); }); };
    EXPECT_EQ(count("SELECT COUNT(*) FROM thing WHERE name IS NULL AND at IS NULL AND sealed IS NULL"), 1);
    EXPECT_EQ(count("SELECT COUNT(*) FROM thing WHERE name = 'ñ' AND at = 7 AND sealed IS NOT NULL"), 1);
}

TEST_P(Values, a_parameter_may_be_asked_whether_it_is_null) {
    store(db(), {.name = "a", .born = *parse_date("2020-01-01"), .code = {"HB-"}});
    const auto found = [&](std::optional<std::string> name) {
        return db().read([&](Reader& r) {
            return r.one<int>("SELECT COUNT(*) FROM thing WHERE :name IS NULL OR name = :name", {arg("name", name)}).value();
        });
    };
    EXPECT_EQ(found(std::nullopt), 1);
    EXPECT_EQ(found("a"), 1);
    EXPECT_EQ(found("b"), 0);
}

TEST_P(Values, counts_sums_and_conditions_are_numbers) {
    test::write(db(), [](Tx& tx) {
        for (const auto n : {INT64_C(9'000'000'000'000'000), INT64_C(-1), INT64_C(10'000)}) {
            tx.add("INSERT INTO thing (large, small) VALUES (:n, 7)", {arg("n", n)});
        }
    });
    const auto number = [&](auto sql) { return db().read([&](Reader& r) { return r.one<std::int64_t>(sql).value(); }); };
    EXPECT_EQ(number("SELECT COUNT(*) FROM thing"), 3);
    EXPECT_EQ(number("SELECT SUM(large) FROM thing"), 9'000'000'000'009'999);
    EXPECT_EQ(number("SELECT SUM(large) FROM thing WHERE large < 0"), -1);
    EXPECT_EQ(number("SELECT SUM(large) - SUM(large) FROM thing"), 0);
    EXPECT_EQ(number("SELECT SUM(large) FROM thing WHERE large = 10000"), 10'000);
    EXPECT_EQ(number("SELECT SUM(small) FROM thing"), 21);
    EXPECT_EQ(number("SELECT MAX(small) FROM thing"), 7);
    EXPECT_EQ(number("SELECT EXISTS (SELECT 1 FROM thing WHERE large < 0)"), 1);
    const auto nothing =
        db().read([](Reader& r) { return r.one<std::optional<std::int64_t>>("SELECT SUM(age) FROM thing"); });
    EXPECT_EQ(nothing.value(), std::nullopt);
}

/// The message of what reading one value of type T throws.
template <class T>
std::string failure(Database& database, std::string_view sql) {
    try {
        database.read([&](Reader& r) { return r.all<T>(sql); });
        return "nothing was thrown";
    } catch (const Error& error) {
        return error.what();
    }
}

TEST_P(Values, what_does_not_fit_names_its_column_and_not_its_content) {
    EXPECT_EQ(failure<std::string>(db(), "SELECT CAST(NULL AS TEXT) AS name"),
              "column name holds NULL, and text was expected");
    EXPECT_EQ(failure<int>(db(), "SELECT 'secreto' AS n"), "column n holds text, and an integer was expected");
    EXPECT_EQ(failure<std::int16_t>(db(), "SELECT 32768 AS n"),
              "column n holds something that is not a number in the type's range");
    EXPECT_EQ(failure<bool>(db(), "SELECT 2 AS n"), "column n holds something that is not a flag (0 or 1)");
    EXPECT_EQ(failure<Mood>(db(), "SELECT 'furious' AS mood"),
              "column mood holds something that is not one of the enum's words");
    EXPECT_EQ(failure<ThingId>(db(), "SELECT '12' AS id"), "column id holds something that is not an id");
    EXPECT_EQ(failure<Date>(db(), "SELECT '2026-02-30' AS day"), "column day holds something that is not a date");
    EXPECT_EQ(failure<Code>(db(), "SELECT 'X' AS code"), "column code holds something that is not what its type accepts");
    EXPECT_EQ(failure<Age>(db(), "SELECT -7 AS age"), "column age holds something that is not an age");
}

TEST_P(Values, fractions_are_refused) {
    EXPECT_THROW(db().read([](Reader& r) { return r.all<int>("SELECT 0.5 AS half"); }), Error);
    const auto average = "SELECT AVG(x.n) FROM (SELECT 1 AS n UNION ALL SELECT 2) x";
    EXPECT_THROW(db().read([&](Reader& r) { return r.all<int>(average); }), Error);
}

struct Pair {
    int first;
    int second;
};
BOOST_DESCRIBE_STRUCT(Pair, (), (first, second))

TEST_P(Values, columns_must_be_called_like_the_members_even_when_no_row_comes) {
    EXPECT_EQ(failure<Pair>(db(), "SELECT 1 AS first, 2 AS seconds WHERE 1 = 0"),
              "column 2 is seconds, the member in its place is second: SELECT 1 AS first, 2 AS seconds WHERE 1 = 0");
    EXPECT_EQ(failure<Pair>(db(), "SELECT 1 AS second, 2 AS first"),
              "column 1 is second, the member in its place is first: SELECT 1 AS second, 2 AS first");
    EXPECT_EQ(failure<Pair>(db(), "SELECT 1 AS first"),
              "column 2 is nothing, the member in its place is second: SELECT 1 AS first");
    EXPECT_EQ(failure<int>(db(), "SELECT 1 AS a, 2 AS b"), "one column was expected, 2 came: SELECT 1 AS a, 2 AS b");
}

TEST_P(Values, one_statement_may_fill_different_types_and_checks_each) {
    const auto sql = "SELECT 1 AS first";
    EXPECT_EQ(failure<Pair>(db(), sql), "column 2 is nothing, the member in its place is second: SELECT 1 AS first");
    EXPECT_EQ(db().read([&](Reader& r) { return r.one<int>(sql); }), 1);
    EXPECT_EQ(failure<Pair>(db(), sql), "column 2 is nothing, the member in its place is second: SELECT 1 AS first");
}

TEST_P(Values, one_row_means_one) {
    const auto two = "SELECT 1 AS n UNION ALL SELECT 2";
    EXPECT_EQ(db().read([](Reader& r) { return r.one<int>("SELECT 1 AS n WHERE 1 = 0"); }).error().kind, Refused::not_found);
    EXPECT_EQ(db().read([](Reader& r) { return r.maybe<int>("SELECT 1 AS n WHERE 1 = 0"); }), std::nullopt);
    EXPECT_THROW(db().read([&](Reader& r) { return r.maybe<int>(two); }), Error);
    EXPECT_EQ(db().read([&](Reader& r) { return r.all<int>(two); }), (std::vector<int>{1, 2}));
}

TEST_P(Values, rows_can_be_taken_one_by_one) {
    const auto numbers = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 10000) SELECT n FROM n";
    std::int64_t sum = 0;
    db().read([&](Reader& r) { r.each<int>(numbers, {}, [&](int n) { sum += n; }); });
    EXPECT_EQ(sum, 50'005'000);

    // Stopped half way, and with another question inside: both leave a database that goes on answering.
    const auto until_three = [](int n) {
        if (n == 3) throw std::out_of_range("3");
    };
    EXPECT_THROW(db().read([&](Reader& r) { r.each<int>(numbers, {}, until_three); }),
                 std::out_of_range);
    EXPECT_THROW(db().read([&](Reader& r) { r.each<int>(numbers, {}, [&](int) { r.all<int>("SELECT 1"); }); }), Error);
    db().check();
}

}  // namespace
}  // namespace hebra::db
