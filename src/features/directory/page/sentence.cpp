#include "features/directory/cells.hpp"
#include "features/directory/page/parts.hpp"
#include "features/directory/page/trouble_words.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::directory {
namespace {

/// "Ánimo y ansiedad" within a sentence: "ánimo y ansiedad". Initials (VIH) stay.
std::string within_sentence(std::string_view name) {
    std::string text(name);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() > 1 && is_capital(text[0]) && !is_capital(text[1])) text[0] = static_cast<char>(text[0] + 0x20);
    // Á É Í Ñ Ó Ú begin with the byte C3; the small letter is 0x20 further.
    if (text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) < 0xA0) text[1] = static_cast<char>(text[1] + 0x20);
    return text;
}

const Word& label_of(std::string_view name) {
    static constexpr std::pair<std::string_view, const Word*> k_labels[] = {
        {"tema", &words::k_label_topic},       {"edad", &words::k_label_age},     {"comuna", &words::k_label_place},
        {"canal", &words::k_label_channel},    {"idioma", &words::k_label_language}, {"cuando", &words::k_label_when},
        {"gratis", &words::k_form_free},       {"sin_nombre", &words::k_form_anonymous}};
    for (const auto& [known, word] : k_labels)
        if (known == name) return *word;
    return words::k_label_text;
}

class Sentence {
  public:
    explicit Sentence(Sheet& sheet) : sheet_(sheet), out_(sheet.out) {}

    void write() {
        const auto form = out_.element("form", {{"action", k_directory_path}, {"method", "get"}, {"role", "search"},
                                                {"aria-label", sheet_.say(words::k_form_name)}});
        for (const auto* look : {"lang", "vista", "letra"})
            if (const auto kept = sheet_.asked.kept.find(look); kept != sheet_.asked.kept.end())
                out_.single("input", {{"type", "hidden"}, {"name", look}, {"value", kept->second}});
        {
            const auto line = out_.element("p", {{"class", "sentence"}});
            out_.text(sheet_.say(words::k_form_topic));
            write_topics();
            out_.text(sheet_.say(words::k_form_age));
            write_ages();
            out_.text(sheet_.say(words::k_form_place));
            write_places();
            out_.text(sheet_.say(words::k_form_channel));
            write_channels();
            out_.text(sheet_.say(words::k_form_language));
            write_languages();
            out_.text(sheet_.say(words::k_form_when));
            write_moments();
            out_.text(".");
        }
        write_more();
    }

  private:
    /// A blank of the sentence: the control, and below it what could not be used of it.
    template <class WriteOptions>
    void blank(std::string_view name, const Word& label, WriteOptions write_options) {
        const auto* trouble = sheet_.asked.trouble_of(name);
        if (trouble == nullptr) return select(name, label, nullptr, write_options);
        const auto whole = out_.element("span", {{"class", "blank"}});
        select(name, label, trouble, write_options);
        tell(*trouble);
    }
    template <class WriteOptions>
    void select(std::string_view name, const Word& label, const Trouble* trouble, WriteOptions write_options) {
        const auto control = out_.element("select", {{"name", name}, {"aria-label", sheet_.say(label)}, wrong(trouble), described(trouble)});
        write_options();
        if (trouble != nullptr && !trouble->typed.empty() && trouble->word != words::k_trouble_twice && trouble->word != words::k_trouble_region)
            option(trouble->typed, fmt::format("«{}»", trouble->typed), true);
    }
    static html::Attribute wrong(const Trouble* trouble) {
        return {"aria-invalid", trouble != nullptr ? std::optional<std::string>("true") : std::nullopt};
    }
    static html::Attribute described(const Trouble* trouble) {
        return {"aria-describedby", trouble != nullptr ? std::optional(id_of(*trouble)) : std::nullopt};
    }
    static std::string id_of(const Trouble& trouble) { return "mal-" + trouble.name; }
    void tell(const Trouble& trouble) {
        out_.leaf("span", {{"class", "blank__trouble"}, {"id", id_of(trouble)}}, sheet_.say(trouble.word));
    }
    void option(std::string_view value, std::string_view text, bool is_chosen) {
        out_.leaf("option", {{"value", value}, {"selected", is_chosen}}, text);
    }

    void write_topics() {
        blank("tema", words::k_label_topic, [&] {
            const auto& chosen = sheet_.asked.question.topic;
            option("", sheet_.say(words::k_any_topic), false);
            const auto all = Topic::all();
            for (std::size_t i = 0; i < all.size();) {
                const auto name = all[i].name(sheet_.asked.language);
                const auto group = out_.element("optgroup", {{"label", name}});
                do {
                    option(all[i].text(), within_sentence(all[i].name(sheet_.asked.language)), chosen == all[i]);
                } while (++i < all.size() && all[i].parent());
            }
        });
    }

    void write_ages() {
        blank("edad", words::k_label_age, [&] {
            const auto& chosen = sheet_.asked.question.age;
            option("", sheet_.say(words::k_any_age), false);
            for (int age = 0; age <= 110; ++age)
                option(fmt::format("{}", age), sheet_.filled(age == 1 ? words::k_year : words::k_years, age), chosen == age);
        });
    }

    void write_places() {
        blank("comuna", words::k_label_place, [&] {
            const auto& place = sheet_.asked.question.place;
            option("", sheet_.say(words::k_any_place), false);
            for (const auto region : territory::Region::all()) {
                const auto group = out_.element("optgroup", {{"label", region.full_name()}});
                option("r" + region.text(), sheet_.filled(words::k_whole_region, region.name()), place.region == region);
                for (const auto comuna : territory::Comuna::all())
                    if (comuna.region() == region) option(comuna.text(), comuna.name(), place.comuna == comuna);
            }
        });
    }

    void write_channels() {
        blank("canal", words::k_label_channel, [&] {
            const auto& chosen = sheet_.asked.question.channel;
            option("", sheet_.say(words::k_any_channel), false);
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<ChannelKind>>([&](auto each) {
                option(each.name, hebra::say(word_of(each.value), sheet_.asked.language), chosen == each.value);
            });
        });
    }

    void write_languages() {
        blank("idioma", words::k_label_language, [&] {
            const auto& chosen = sheet_.asked.question.language;
            option("", sheet_.say(words::k_any_language), false);
            for (const auto language : SpokenLanguage::all())
                option(language.text(), language.name(sheet_.asked.language), chosen == language);
        });
    }

    void write_moments() {
        blank("cuando", words::k_label_when, [&] {
            const std::pair<Moment, Word> moments[] = {{Moment::now, words::k_when_now},
                                                       {Moment::tonight, words::k_when_tonight},
                                                       {Moment::tomorrow, words::k_when_tomorrow},
                                                       {Moment::saturday, words::k_when_saturday},
                                                       {Moment::any, words::k_when_any}};
            for (const auto& [moment, word] : moments)
                option(moment == Moment::now ? "" : name_of(moment), sheet_.say(word), moment != Moment::now && sheet_.asked.moment == moment);
            const auto& asked = sheet_.asked;
            if (asked.moment == Moment::then)
                option(asked.kept.find("cuando")->second, calendar::spoken(*asked.question.at, sheet_.now, asked.zone(), asked.language), true);
        });
    }

    void write_more() {
        const auto& question = sheet_.asked.question;
        const auto line = out_.element("div", {{"class", "more"}});
        {
            const auto* trouble = sheet_.asked.trouble_of("q");
            const auto label = out_.element("label", {{"class", "more__text"}});
            out_.leaf("span", sheet_.say(words::k_form_text));
            out_.single("input", {{"type", "search"}, {"name", "q"}, {"maxlength", "120"}, {"autocomplete", "off"}, wrong(trouble),
                                  described(trouble), {"value", trouble != nullptr && question.q.empty() ? trouble->typed : question.q}});
            if (trouble != nullptr) tell(*trouble);
        }
        tick("gratis", words::k_form_free, question.free_only);
        tick("sin_nombre", words::k_form_anonymous, question.anonymous);
        const auto button = out_.element("button", {{"class", "button button--first"}});
        draw_icon(out_, Icon::search);
        out_.text(sheet_.say(words::k_form_search));
    }

    void tick(std::string_view name, const Word& word, bool is_on) {
        const auto* trouble = sheet_.asked.trouble_of(name);
        const auto label = out_.element("label", {{"class", "more__tick"}});
        out_.single("input", {{"type", "checkbox"}, {"name", name}, {"value", "1"}, {"checked", is_on}, wrong(trouble), described(trouble)});
        out_.text(sheet_.say(word));
        if (trouble != nullptr) tell(*trouble);
    }

    Sheet& sheet_;
    html::Writer& out_;
};

/// Above the sentence, in one line: what was not used. Why stands beside each field.
void write_troubles(Sheet& sheet) {
    if (sheet.asked.troubles.empty()) return;
    std::vector<std::string> parts;
    for (const auto& trouble : sheet.asked.troubles) {
        if (trouble.name.empty()) parts.emplace_back(sheet.say(trouble.word));
        else if (trouble.word == words::k_trouble_twice) parts.push_back(sheet.filled(words::k_trouble_second, within_sentence(sheet.say(label_of(trouble.name)))));
        else if (trouble.typed.empty()) parts.push_back(within_sentence(sheet.say(label_of(trouble.name))));
        else if (trouble.name == "q") parts.push_back(within_sentence(sheet.say(words::k_label_text)));
        else parts.push_back(fmt::format("{} «{}»", within_sentence(sheet.say(label_of(trouble.name))), trouble.typed));
    }
    const auto line = sheet.out.element("div", {{"class", "trouble"}, {"role", "alert"}});
    sheet.out.leaf("p", sheet.filled(words::k_trouble, fmt::join(parts, ", ")));
}

}  // namespace

void write_sentence(Sheet& sheet) {
    write_troubles(sheet);
    Sentence(sheet).write();
}

}  // namespace hebra::directory
