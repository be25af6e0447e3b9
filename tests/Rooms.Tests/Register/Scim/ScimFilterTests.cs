using System.Text;
using System.Text.Json.Nodes;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The grammar of filters (RFC 7644, 3.4.2.2), and what they mean.</summary>
public sealed class ScimFilterTests
{
    private static readonly JsonObject Aino = ScimBody.Parse("""
        {"id":"2819c223","externalId":"K-1","userName":"Aino.Makela@kuusisalmi.fi","name":{"givenName":"Aino","familyName":"Mäkelä"},"active":true,
         "emails":[{"value":"aino.makela@kuusisalmi.fi","type":"work","primary":true}],"phoneNumbers":[{"value":"+358401234567","type":"mobile"}],
         "meta":{"resourceType":"User","created":"2026-01-02T03:04:05.000000Z"},
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Kirjasto"}}
        """u8).Body!;

    [Theory]
    [InlineData("userName eq \"aino.makela@KUUSISALMI.fi\"", true)]
    [InlineData("USERNAME EQ \"Aino.Makela@kuusisalmi.fi\"", true)]
    [InlineData("userName ne \"joku muu\"", true)]
    [InlineData("userName co \"makela\"", true)]
    [InlineData("userName sw \"aino\" and userName ew \".FI\"", true)]
    [InlineData("userName gt \"a\" and userName lt \"b\"", true)]
    [InlineData("userName ge \"b\" or userName le \"a\"", false)]
    [InlineData("externalId eq \"k-1\"", false)]
    [InlineData("externalId eq \"K-1\"", true)]
    [InlineData("active eq true", true)]
    [InlineData("active eq \"True\"", true)]
    [InlineData("active ne false", true)]
    [InlineData("title pr", false)]
    [InlineData("title eq null", true)]
    [InlineData("title ne \"Johtaja\"", true)]
    [InlineData("not (title pr)", true)]
    [InlineData("not(title pr)", true)]
    [InlineData("name.familyName eq \"MÄKELÄ\"", true)]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"aino\"", true)]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"kirjasto\"", true)]
    [InlineData("department eq \"kirjasto\"", false)]
    [InlineData("emails co \"kuusisalmi\"", true)]
    [InlineData("emails.value eq \"aino.makela@kuusisalmi.fi\"", true)]
    [InlineData("emails[type eq \"work\" and value co \"@kuusisalmi\"]", true)]
    [InlineData("emails[type eq \"home\" or not (value pr)]", false)]
    [InlineData("emails[type eq \"work\"].value eq \"aino.makela@kuusisalmi.fi\"", true)]
    [InlineData("emails[type eq \"home\"].value eq \"aino.makela@kuusisalmi.fi\"", false)]
    [InlineData("emails[primary eq \"True\"]", true)]
    [InlineData("phoneNumbers[type eq \"work\"]", false)]
    [InlineData("meta.created gt \"2026-01-02T05:04:04+02:00\"", true)]
    [InlineData("meta.created lt \"2026-01-02T05:04:05+02:00\"", false)]
    [InlineData("title pr and title pr or userName pr", true)]
    [InlineData("title pr and (title pr or userName pr)", false)]
    [InlineData("userName pr or title pr and title pr", true)]
    [InlineData("not (userName pr) or userName pr", true)]
    public void A_filter_means_what_the_standard_says(string filter, bool holds) => Assert.Equal(holds, Parsed(filter).Matches(Aino, ScimSchema.User));

    [Theory]
    [InlineData("")]
    [InlineData("userName")]
    [InlineData("userName eq")]
    [InlineData("userName is \"a\"")]
    [InlineData("userName 0 \"a\"")]
    [InlineData("userName eq \"a")]
    [InlineData("userName eq a")]
    [InlineData("userName eq \"a\" and")]
    [InlineData("userName eq \"a\" userName pr")]
    [InlineData("(userName pr")]
    [InlineData("userName pr)")]
    [InlineData("emails[type eq \"work\"")]
    [InlineData("emails[type eq \"work\"].value")]
    [InlineData("emails[phones[type pr]]")]
    [InlineData("name.given.name pr")]
    [InlineData("not userName pr")]
    [InlineData("1name pr")]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User pr")]
    public void What_is_no_filter_is_none(string filter) => Assert.Null(FilterParser.Of(filter));

    [Fact]
    public void A_filter_that_is_too_long_or_too_deep_is_none()
    {
        Assert.Null(FilterParser.Of(new string('(', 40) + "a pr" + new string(')', 40)));
        Assert.NotNull(FilterParser.Of(new string('(', 20) + "a pr" + new string(')', 20)));
        Assert.Null(FilterParser.Of($"a eq \"{new string('x', FilterParser.Longest)}\""));
    }

    [Fact]
    public void Any_filter_reads_again_as_it_is_written()
    {
        var filters = new RandomFilters(seed: 2026);
        for (var i = 0; i < 5_000; i++)
        {
            var filter = filters.Next(depth: 5);
            if (filter.ToString()!.Length <= FilterParser.Longest) Assert.Equal(filter, FilterParser.Of(filter.ToString()!));
        }
    }

    [Fact]
    public void Any_filter_obeys_the_laws_of_logic()
    {
        var filters = new RandomFilters(seed: 7);
        for (var i = 0; i < 2_000; i++)
        {
            var (a, b) = (filters.Next(), filters.Next());
            var (isA, isB) = (a.Matches(Aino, ScimSchema.User), b.Matches(Aino, ScimSchema.User));
            Assert.Equal(isA && isB, Parsed($"({a}) and ({b})").Matches(Aino, ScimSchema.User));
            Assert.Equal(isA || isB, Parsed($"({a}) or ({b})").Matches(Aino, ScimSchema.User));
            Assert.Equal(!isA, Parsed($"not ({a})").Matches(Aino, ScimSchema.User));
            Assert.Equal(!(isA && isB), Parsed($"not ({a}) or not ({b})").Matches(Aino, ScimSchema.User));
        }
    }

    /// <summary>Any text at all is a filter or is none; nothing breaks.</summary>
    [Fact]
    public void No_text_breaks_the_parser()
    {
        var dice = new Random(11);
        string[] parts = ["userName", "emails[", "]", "(", ")", "not", "and", "or", "eq", "pr", "\"", "\"a\"", "\\", ".", ":", "urn:", " ", "true", "1e9", "ä", "\0"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var n = dice.Next(12); n >= 0; n--) text.Append(parts[dice.Next(parts.Length)]).Append(dice.Next(2) == 0 ? " " : "");
            if (FilterParser.Of(text.ToString()) is { } filter) Assert.Equal(filter, FilterParser.Of(filter.ToString()!));
        }
    }

    private static ScimFilter Parsed(string filter) => FilterParser.Of(filter) ?? throw new InvalidOperationException($"no filter: {filter}");
}
