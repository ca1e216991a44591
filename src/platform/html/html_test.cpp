#include "platform/html/html.hpp"

#include <gtest/gtest.h>

namespace hebra::html {
namespace {

TEST(Html, text_stays_text) {
    EXPECT_EQ(escaped("<script>alert(\"a\" & 'b')</script>"), "&lt;script&gt;alert(&quot;a&quot; &amp; &#39;b&#39;)&lt;/script&gt;");
    EXPECT_EQ(escaped("Ñuñoa, 9:00–18:00"), "Ñuñoa, 9:00–18:00");
    EXPECT_EQ(escaped(std::string_view("a\0b\x1B\x7F" "c\n", 7)), "ab\x7F" "c\n");
    Writer page;
    page.leaf("p", {{"title", "\" onclick=\"x"}}, "</p><b>");
    EXPECT_EQ(page.out(), R"(<p title="&quot; onclick=&quot;x">&lt;/p&gt;&lt;b&gt;</p>)");
}

TEST(Html, elements_close_in_the_order_they_opened) {
    Writer page;
    {
        const auto list = page.element("ul", {{"class", "rows"}});
        for (const auto* name : {"uno", "dos"}) {
            const auto row = page.element("li");
            page.leaf("b", name);
        }
    }
    page.single("input", {{"name", "q"}, {"value", ""}, {"checked", true}, {"disabled", false}, {"title", std::optional<std::string>()}});
    EXPECT_EQ(page.out(), R"(<ul class="rows"><li><b>uno</b></li><li><b>dos</b></li></ul><input name="q" value="" checked>)");
}

TEST(Html, an_element_that_is_handed_over_closes_once) {
    Writer page;
    {
        auto first = page.element("main");
        const auto second = std::move(first);
    }
    EXPECT_EQ(page.out(), "<main></main>");
}

TEST(Html, only_addresses_that_run_nothing) {
    for (const auto* good : {"/directorio", "?q=a", "#contenido", "https://example.org/a?b=c", "tel:131", "sms:+56900000001", "mailto:a@example.org"})
        EXPECT_TRUE(is_safe_address(good)) << good;
    for (const auto* bad : {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
                            "//example.org", "/\\example.org", "vbscript:x", "", "example.org", "/a b", "https://a\nb"})
        EXPECT_FALSE(is_safe_address(bad)) << bad;
    Writer page;
    EXPECT_THROW(page.leaf("a", {{"href", "javascript:alert(1)"}}, "x"), std::logic_error);
    EXPECT_THROW((void)page.element("form", {{"action", "//example.org"}}), std::logic_error);
}

TEST(Html, our_own_markup_is_a_literal) {
    Writer page;
    page.markup(Markup(R"(<svg aria-hidden="true"></svg>)"));
    EXPECT_EQ(page.out(), R"(<svg aria-hidden="true"></svg>)");
}

}  // namespace
}  // namespace hebra::html
