#include "features/directory/relaxing.hpp"

#include "features/directory/cells.hpp"
#include "features/directory/test_match.hpp"

namespace hebra::directory {
namespace {

/// "language 1/0 comuna 0/1 ": what could be left out, and how many matches and near misses it would bring.
std::string told(const std::vector<Service>& services, const Question& question) {
    const auto catalogue = Catalogue::build(services, k_afternoon);
    std::string text;
    for (const auto& each : relaxations(*catalogue, question, match(*catalogue, question, k_afternoon), k_afternoon))
        text += fmt::format("{} {}/{} ", name_of(each.part), each.match_total, each.near_miss_total);
    return text;
}

Service of_topic(const char* name, const char* code) {
    auto service = sound_service(name);
    service.topics = {topic(code)};
    return service;
}

TEST(Relaxing, the_one_condition_that_emptied_the_answer_is_named) {
    EXPECT_EQ(told({of_topic("A", "tobacco")}, {.age = 30, .topic = topic("mood_anxiety")}), "topic 1/0 ");
    EXPECT_EQ(told({sound_service("A")}, {.age = 30, .q = "palabraquenoesta"}), "text 1/0 ");
    const auto ht = *SpokenLanguage::parse("ht");
    EXPECT_EQ(told({sound_service("A")}, {.age = 30, .language = ht}), "language 1/0 ") << "also where it was a near miss";
    EXPECT_EQ(told({sound_service("A")}, {.age = 30, .at = *parse_time("2026-11-20T04:00:00Z")}), "moment 1/0 ");
}

TEST(Relaxing, those_that_bring_most_come_first_and_near_misses_only_where_there_were_none) {
    auto far = sound_service("A");
    far.coverage = only_in("13120");
    far.cost = Cost::paid;
    const Question question{.age = 30, .place = comuna("05101"), .language = *SpokenLanguage::parse("ht"), .free_only = true};
    // Each lacks three things: without one of them they lack two, which is near.
    EXPECT_EQ(told({far}, question), "comuna 0/1 language 0/1 free 0/1 ");
}

TEST(Relaxing, what_no_single_one_explains_offers_to_begin_again_and_never_without_the_age) {
    auto far = of_topic("A", "tobacco");
    EXPECT_EQ(told({far}, {.age = 30, .topic = topic("mood_anxiety"), .q = "palabraquenoesta"}), "all 1/0 ");
    far.age_min = 60;
    EXPECT_EQ(told({far}, {.age = 12, .topic = topic("tobacco")}), "") << "a child is led to no line for the old";
    EXPECT_EQ(told({far}, {.age = {}, .topic = topic("tobacco")}), "") << "nor somebody of unknown age";
}

/// Every condition of a question, and the question without it.
std::vector<std::pair<QuestionPart, Question>> without_each(const Question& question) {
    std::vector<std::pair<QuestionPart, Question>> all;
    const auto add = [&](QuestionPart part, bool is_asked, auto change) {
        if (!is_asked) return;
        all.emplace_back(part, question);
        change(all.back().second);
    };
    add(QuestionPart::comuna, question.place.comuna.has_value(), [](Question& without) { without.place.comuna.reset(); });
    add(QuestionPart::channel, question.channel.has_value(), [](Question& without) { without.channel.reset(); });
    add(QuestionPart::language, question.language.has_value(), [](Question& without) { without.language.reset(); });
    add(QuestionPart::free, question.free_only, [](Question& without) { without.free_only = false; });
    add(QuestionPart::anonymous, question.anonymous, [](Question& without) { without.anonymous = false; });
    add(QuestionPart::moment, !question.at_any_time, [](Question& without) { without.at_any_time = true; });
    return all;
}

TEST(Relaxing, the_few_looked_at_are_counted_as_if_the_whole_question_had_been_asked_anew) {
    const auto catalogue = real_lines();
    int compared = 0;
    for (unsigned asked = 0; asked < 512; ++asked) {
        Question question{.age = 16, .q = asked & 1 ? "apoyo" : ""};
        if (asked & 2) question.topic = topic(asked & 4 ? "violence" : "mood_anxiety");
        if (asked & 8) question.place = comuna("13104");
        if (asked & 16) question.channel = asked & 4 ? ChannelKind::whatsapp : ChannelKind::chat;
        if (asked & 32) question.language = *SpokenLanguage::parse("ht");
        question.free_only = asked & 64;
        question.anonymous = asked & 128;
        question.at_any_time = asked & 256;
        const auto answer = match(*catalogue, question, k_evening);
        if (answer.match_total > 0) continue;
        const auto told = relaxations(*catalogue, question, answer, k_evening);
        for (const auto& [part, without] : without_each(question)) {
            const auto anew = match(*catalogue, without, k_evening);
            const auto near = answer.near_miss_total > 0 ? 0 : anew.near_miss_total;
            const auto found = std::ranges::find(told, part, &Relaxation::part);
            ASSERT_EQ(found != told.end(), anew.match_total + near > 0) << asked << " " << name_of(part);
            if (found == told.end()) continue;
            EXPECT_EQ(found->match_total, anew.match_total) << asked << " " << name_of(part);
            EXPECT_EQ(found->near_miss_total, near) << asked << " " << name_of(part);
            ++compared;
        }
    }
    EXPECT_GT(compared, 50);
}

TEST(Relaxing, the_subject_is_left_out_only_where_no_condition_brings_anybody) {
    auto far = sound_service("A");
    far.coverage = only_in("13120");
    const std::vector<Service> services{far, of_topic("B", "tobacco")};
    EXPECT_EQ(told(services, {.age = 30, .topic = topic("mood_anxiety"), .place = comuna("05101")}), "comuna 1/0 ");
}

TEST(Relaxing, danger_is_heard_in_the_topic_and_in_the_words) {
    EXPECT_TRUE(speaks_of_danger({.topic = topic("suicide_risk")}));
    EXPECT_FALSE(speaks_of_danger({.topic = topic("tobacco")}));
    EXPECT_FALSE(speaks_of_danger({.q = "trabajo"}));
}

}  // namespace
}  // namespace hebra::directory
