#include <gtest/gtest.h>

#include "core/forms/diff.hpp"
#include "core/forms/shipped.hpp"
#include "platform/json/json.hpp"

namespace hebra::forms {
namespace {

constexpr std::string_view k_sample = R"json({
 "form": "sample", "version": "1.0.0", "status": "published", "effective_from": "2026-01-01",
 "title": {"es": "Muestra", "en": "Sample"}, "stages": ["open", "closed"], "sources": [{"id": "book", "title": "Libro"}],
 "sections": [{"id": "all", "label": {"es": "Todo", "en": "All"}, "fields": [
  {"id": "risk", "type": "choice", "label": {"es": "Riesgo", "en": "Risk"}, "data_class": 3, "offline_allowed": false,
   "printable": true, "options": [{"code": "low", "label": {"es": "Bajo", "en": "Low"}}, {"code": "high", "label": {"es": "Alto", "en": "High"}}]},
  {"id": "reason", "type": "text", "label": {"es": "Por qué", "en": "Why"}, "data_class": 3, "offline_allowed": false, "printable": true,
   "required_at": "closed", "required_when": {"op": "eq", "field": "risk", "value": "high"}, "shown_when": {"op": "in", "field": "risk", "values": ["low", "high"]}},
  {"id": "steps", "type": "group", "label": {"es": "Pasos", "en": "Steps"}, "data_class": 2, "offline_allowed": true, "printable": true,
   "fields": [{"id": "step", "type": "text", "label": {"es": "Paso", "en": "Step"}, "data_class": 2, "offline_allowed": true, "printable": true}]}]}],
 "scores": [{"id": "load", "version": 1, "label": {"es": "Carga", "en": "Load"}, "needs_all": true, "terms": [{"field": "risk", "points": {"high": 2}}]}]
})json";

Definition sample() { return json::read<Definition>(k_sample).value(); }
std::vector<Field>& fields(Definition& definition) { return definition.sections[0].fields; }

std::string faults(const Result<>& result) {
    std::string text;
    if (!result)
        for (const auto& field : result.error().fields) text += (text.empty() ? "" : " ") + field.pointer + "=" + std::string(field.word.code);
    return text;
}

/// The faults of the sample after one change.
template <class F>
std::string after(F&& change) {
    auto definition = sample();
    change(definition);
    const auto form = Form::make(std::move(definition));
    return form ? "" : faults(Refuse(form.error()));
}

TEST(Version, reads_three_numbers_and_nothing_else) {
    EXPECT_EQ(Version::parse("10.2.30")->text(), "10.2.30");
    EXPECT_LT(*Version::parse("1.9.9"), *Version::parse("1.10.0"));
    for (const auto* text : {"", "1", "1.2", "1.2.3.4", "1.2.x", "1..2", "-1.0.0", "1.2.3 ", " 1.2.3", "1.2.100000"}) EXPECT_FALSE(Version::parse(text)) << text;
}

TEST(Definition, holds_together) {
    EXPECT_EQ(after([](Definition&) {}), "");
    EXPECT_EQ(after([](Definition& d) { d.form = "Sample"; }), "/form=bad_form_code");
    EXPECT_EQ(after([](Definition& d) { d.title.en.clear(); }), "/title=label_missing");
    EXPECT_EQ(after([](Definition& d) { fields(d)[1].id = "risk"; }), "/sections/0/fields/1/id=code_twice");
    EXPECT_EQ(after([](Definition& d) { fields(d)[0].data_class = 5; }), "/sections/0/fields/0/data_class=bad_data_class");
    EXPECT_EQ(after([](Definition& d) { fields(d)[0].source = "film"; }), "/sections/0/fields/0/source=unknown_source");
    EXPECT_EQ(after([](Definition& d) { (*fields(d)[0].options)[1].code = "low"; }),
              "/sections/0/fields/0/options/1/code=code_twice /sections/0/fields/1/shown_when=condition_value "
              "/sections/0/fields/1/required_when=condition_value /scores/0/terms/0=bad_score");
    EXPECT_EQ(after([](Definition& d) { fields(d)[1].options.emplace(); }), "/sections/0/fields/1/options=options_misplaced");
    EXPECT_EQ(after([](Definition& d) { fields(d)[2].fields.reset(); }), "/sections/0/fields/2/fields=items_misplaced");
    EXPECT_EQ(after([](Definition& d) { (*fields(d)[2].fields)[0].of_record = true; }), "/sections/0/fields/2/fields/0=rule_misplaced");
    EXPECT_EQ(after([](Definition& d) { fields(d)[2].of_record = true; }), "/sections/0/fields/2=rule_misplaced");
    EXPECT_EQ(after([](Definition& d) { fields(d)[1].amendable = true; }), "/sections/0/fields/1=rule_misplaced");
    EXPECT_EQ(after([](Definition& d) { fields(d)[1].required_at = "paid"; }), "/sections/0/fields/1/required_at=unknown_stage");
    EXPECT_EQ(after([](Definition& d) { d.scores->front().terms[0].weight = 1; }), "/scores/0/terms/0=bad_score");
    EXPECT_EQ(after([](Definition& d) { d.scores->front().terms[0].field = "steps"; }), "/scores/0/terms/0=bad_score");
}

TEST(Definition, shows_a_question_by_earlier_answers_only) {
    EXPECT_EQ(after([](Definition& d) { std::swap(fields(d)[0], fields(d)[1]); }), "/sections/0/fields/0/shown_when/field=condition_field");
    EXPECT_EQ(after([](Definition& d) { fields(d)[1].shown_when->text = R"({"op":"eq","field":"step","value":"x"})"; }),
              "/sections/0/fields/1/shown_when/field=condition_field");
    EXPECT_EQ(after([](Definition& d) { fields(d)[1].required_when->text = R"({"op":"eq","field":"risk"})"; }),
              "/sections/0/fields/1/required_when/value=bad_condition");
    EXPECT_EQ(after([](Definition& d) { (*fields(d)[2].fields)[0].shown_when = json::Raw{R"({"op":"eq","field":"risk","value":"low"})"}; }), "");
}

std::vector<FormChange> changes(const std::function<void(Definition&)>& change) {
    auto next = sample();
    change(next);
    return diff(sample(), next);
}

TEST(Diff, names_every_change) {
    using enum ChangeKind;
    using Changes = std::vector<FormChange>;
    EXPECT_EQ(changes([](Definition&) {}), Changes());
    EXPECT_EQ(changes([](Definition& d) { fields(d)[0].label.es = "Peligro"; }), Changes({{said_otherwise, "risk"}}));
    EXPECT_EQ(changes([](Definition& d) { (*fields(d)[0].options)[0].label.es = "Poco"; }), Changes({{said_otherwise, "risk:low"}}));
    EXPECT_EQ(changes([](Definition& d) { (*fields(d)[0].options)[0].disabled = true; }), Changes({{option_disabled, "risk:low"}}));
    EXPECT_EQ(changes([](Definition& d) { fields(d)[0].options->pop_back(); }), Changes({{option_removed, "risk:high"}}));
    EXPECT_EQ(changes([](Definition& d) { fields(d)[1].required_at = "open"; }), Changes({{rule_changed, "reason"}}));
    EXPECT_EQ(changes([](Definition& d) { (*fields(d)[2].fields)[0].type = FieldType::date; }), Changes({{retyped, "steps.step"}}));
    EXPECT_EQ(changes([](Definition& d) { fields(d).erase(fields(d).begin() + 2); }), Changes({{removed, "steps"}, {removed, "steps.step"}}));
    EXPECT_EQ(changes([](Definition& d) { d.scores->front().terms[0].points->at("high") = 3; }), Changes({{rule_changed, "#load"}}));
    EXPECT_EQ(changes([](Definition& d) { d.scores.reset(); }), Changes({{removed, "#load"}}));
    EXPECT_EQ(diff([] { auto d = sample(); fields(d).pop_back(); return d; }(), sample()), Changes({{added, "steps"}, {added, "steps.step"}}));
}

std::string succession(const std::function<void(Definition&)>& change) {
    auto next = sample();
    next.version = *Version::parse("1.1.0");
    change(next);
    return faults(check_succession(sample(), next));
}

TEST(Succession, takes_nothing_from_under_answers) {
    EXPECT_EQ(succession([](Definition&) {}), "");
    EXPECT_EQ(succession([](Definition& d) { (*fields(d)[0].options)[0].disabled = true; }), "");
    EXPECT_EQ(succession([](Definition& d) { d.version = sample().version; }), "/version=version_not_higher");
    EXPECT_EQ(succession([](Definition& d) { fields(d).pop_back(); }), "/steps=question_gone /steps.step=question_gone");
    EXPECT_EQ(succession([](Definition& d) { fields(d)[1].type = FieldType::long_text; }), "/reason=question_gone");
    EXPECT_EQ(succession([](Definition& d) { fields(d)[0].options->pop_back(); }), "/risk:high=option_gone");
    EXPECT_EQ(succession([](Definition& d) { d.scores->front().needs_all = false; }), "/#load=score_changed");
    EXPECT_EQ(succession([](Definition& d) { d.scores->front().needs_all = false; d.scores->front().version = 2; }), "");
}

TEST(Shipped, every_definition_holds_together_and_reads_back_the_same) {
    ASSERT_FALSE(shipped_texts().empty());
    for (const auto text : shipped_texts()) {
        const auto form = Form::parse(text);
        ASSERT_TRUE(form) << faults(Refuse(form.error()));
        const auto& definition = form->definition();
        EXPECT_EQ(definition.status, FormStatus::published);
        const auto again = json::read<Definition>(json::write(definition)).value();
        EXPECT_TRUE(diff(definition, again).empty());
    }
}

}  // namespace
}  // namespace hebra::forms
