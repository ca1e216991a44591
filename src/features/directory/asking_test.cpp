// Asking who can help, through the API: by everything a question may say, each with its reason. On both databases.
#include <gtest/gtest.h>

#include "features/directory/api.hpp"
#include "features/directory/routes.hpp"
#include "features/directory/test_house.hpp"
#include "tests/support/site.hpp"

namespace hebra::directory {
namespace {

using http::Method;

/// Answers of the API as far as these tests read them.
struct ReadReason {
    std::string code;
    std::string es;
};
BOOST_DESCRIBE_STRUCT(ReadReason, (), (code, es))
struct ReadMatch {
    std::vector<ReadReason> fits;
};
BOOST_DESCRIBE_STRUCT(ReadMatch, (), (fits))
struct ReadMiss {
    std::vector<ReadReason> why;
};
BOOST_DESCRIBE_STRUCT(ReadMiss, (), (why))
struct ReadRelaxation {
    std::string part;
    std::int64_t match_total;
};
BOOST_DESCRIBE_STRUCT(ReadRelaxation, (), (part, match_total))
struct ReadNumber {
    std::string number;
};
BOOST_DESCRIBE_STRUCT(ReadNumber, (), (number))
struct ReadAnswer {
    std::vector<ReadMatch> matches;
    std::vector<ReadMiss> near_misses;
    std::int64_t match_total;
    std::int64_t near_miss_total;
    std::vector<ReadRelaxation> relaxations;
    std::vector<ReadNumber> emergency_numbers;
};
BOOST_DESCRIBE_STRUCT(ReadAnswer, (), (matches, near_misses, match_total, near_miss_total, relaxations, emergency_numbers))
struct ReadLanguage {
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ReadLanguage, (), (code, name))
struct ReadLanguages {
    std::vector<ReadLanguage> items;
};
BOOST_DESCRIBE_STRUCT(ReadLanguages, (), (items))

std::string joined(const std::vector<ReadReason>& reasons) {
    std::string all;
    for (const auto& reason : reasons) all += reason.code + " ";
    return all;
}

using Parts = std::map<std::string, std::string>;

/// One service that attends in Mapudungun, by chat, the young of one comuna, on working days.
class Asking : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        add_directory_routes(site.router, {house.directory, emergency, uses, house.clock, true});
        const auto plan = house.directory.plan(
            "code,name,institution,kind,age_min,age_max,topics,coverage,chat,hours,identity,cost,languages,source,verified\n"
            "N01,Kimün,Red Demo,counselling,15,29,mood_anxiety,13101,https://example.org,Lun-Vie 09:00-18:00; excepto "
            "feriados,"
            "anonymous,free,es; arn,prueba,press\n");
        ASSERT_TRUE(plan && plan->refused.empty());
        ASSERT_TRUE(house.directory.apply({}, *plan));
    }
    /// Everything that may be asked, all of which it answers to; changed in `parts`, and left out where those are empty.
    ReadAnswer ask(const Parts& parts = {}) {
        Parts all{{"age", "17"},       {"comuna", "13101"}, {"topic", "mood_anxiety"}, {"channel", "chat"},
                  {"language", "arn"}, {"free", "true"},    {"anonymous", "true"},     {"at", "2026-11-23T13:00:00Z"}};
        for (const auto& [name, value] : parts) all[name] = value;
        std::string target = "/api/v1/directory/match?limit=5";
        for (const auto& [name, value] : all)
            if (!value.empty()) target += fmt::format("&{}={}", name, value);
        return site.read<ReadAnswer>("nobody", Method::get, target);
    }
    std::string why_not(const Parts& parts) {
        const auto answer = ask(parts);
        if (!answer.matches.empty()) return "fits";
        return answer.near_misses.empty() ? "nowhere" : joined(answer.near_misses[0].why);
    }

    DirectoryHouse house{db()};
    EmergencyList emergency{db(), house.audit, house.clock};
    Uses uses{db(), house.clock};
    test::Site site{grants()};
};
HEBRA_ON_BOTH_DATABASES(Asking);

TEST_P(Asking, by_all_that_a_question_may_say) {
    const auto answer = ask();
    ASSERT_EQ(answer.matches.size(), 1U);
    EXPECT_EQ(joined(answer.matches[0].fits), "topic open_then age comuna channel language free anonymous ");
    EXPECT_EQ(answer.matches[0].fits[1].es, "Atiende el lunes a las 10:00, hasta las 18:00");
    EXPECT_EQ(answer.matches[0].fits[5].es, "En mapudungun");
}

TEST_P(Asking, each_of_them_alone_keeps_it_from_fitting_and_is_told) {
    EXPECT_EQ(why_not({{"age", "14"}}), "out_of_age ");
    EXPECT_EQ(why_not({{"comuna", "05101"}}), "other_territory ");
    EXPECT_EQ(why_not({{"comuna", ""}, {"region", "05"}}), "other_territory ");
    EXPECT_EQ(why_not({{"topic", "tobacco"}}), "nowhere");
    EXPECT_EQ(why_not({{"channel", "phone"}}), "channel_missing ");
    EXPECT_EQ(why_not({{"language", "ht"}}), "language_missing ");
    EXPECT_EQ(why_not({{"at", "2026-11-24T00:00:00Z"}}), "opens_at ");
    EXPECT_EQ(why_not({{"comuna", ""}, {"region", "13"}}), "fits") << "where in the region is to be confirmed";
}

TEST_P(Asking, where_nothing_matches_what_to_leave_out_is_told_with_the_emergency_numbers) {
    ASSERT_TRUE(emergency.confirm(house.editor, "131", Assurance::asked, 0));
    const auto other = ask({{"topic", "tobacco"}});
    ASSERT_EQ(other.relaxations.size(), 1U);
    EXPECT_EQ(other.relaxations[0].part, "topic");
    EXPECT_EQ(other.relaxations[0].match_total, 1);
    ASSERT_EQ(other.emergency_numbers.size(), 1U);
    EXPECT_EQ(other.emergency_numbers[0].number, "131");
    EXPECT_EQ(ask({{"topic", "tobacco"}, {"age", "40"}}).relaxations.at(0).match_total, 0) << "the age is never given up";
    EXPECT_TRUE(ask().relaxations.empty());
    EXPECT_TRUE(ask().emergency_numbers.empty());
    EXPECT_EQ(ask({{"topic", "suicide_risk"}}).emergency_numbers.size(), 1U);
}

TEST_P(Asking, what_opens_later_is_told_from_the_chosen_time_on) {
    const auto opens = [&](std::string_view at) { return ask({{"at", std::string(at)}}).near_misses.at(0).why.at(0).es; };
    EXPECT_EQ(opens("2026-11-24T00:00:00Z"), "Abre el martes a las 09:00") << "Monday at 21:00";
    EXPECT_EQ(opens("2026-11-22T14:00:00Z"), "Abre el lunes a las 09:00") << "Sunday at 11:00";
    EXPECT_EQ(opens("2026-11-28T00:00:00Z"), "Abre el lunes 30 de noviembre a las 09:00") << "Friday week at 21:00";
}

TEST_P(Asking, languages_are_a_public_list_in_the_callers_language) {
    const auto named = [&](const std::vector<test::Header>& headers) {
        Parts names;
        for (const auto& one : site.read<ReadLanguages>("nobody", Method::get, "/api/v1/languages", {}, headers).items)
            names[one.code] = one.name;
        return names;
    };
    EXPECT_EQ(named({}).size(), SpokenLanguage::all().size());
    EXPECT_EQ(named({})["arn"], "mapudungun");
    EXPECT_EQ(named({{"Accept-Language", "en"}})["arn"], "Mapudungun");
}

}  // namespace
}  // namespace hebra::directory
