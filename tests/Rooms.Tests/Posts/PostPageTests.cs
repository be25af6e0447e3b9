using System.Net;
using AngleSharp.Html.Dom;
using Tupa.Files;
using Tupa.Posts;

namespace Tupa.Tests;

/// <summary>/posts/{id}, its composer and its routes over HTTP, without script, for every kind of visitor.</summary>
public sealed class PostPageTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_writer_publishes_with_the_form_as_it_stands_and_a_reader_comments_without_script(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        using var writer = await house.SignedInAsync(town.Writer);

        var composer = await writer.PageAsync($"/posts/new?space={town.Space.Id}");
        Assert.Single(composer.QuerySelectorAll("h1"));
        Assert.Contains("Julkaise 4 henkilölle", composer.Body!.TextContent, StringComparison.Ordinal);
        var fields = Fields(composer, "form[action='/posts']");
        fields["title"] = "Kiertoreitti vaihtuu";
        fields["body"] = "Opasteet **torstaina**.";
        using var published = await writer.PostAsync("/posts", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
        using var again = await writer.PostAsync("/posts", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(1, await town.CountAsync<Post>());

        using var reader = await house.SignedInAsync(town.Reader);
        var path = published.Headers.Location!.ToString();
        var page = await reader.PageAsync(path);
        Assert.Equal("Kiertoreitti vaihtuu", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("torstaina", page.QuerySelector(".post-body strong")!.TextContent);
        Assert.Null(page.QuerySelector("a[href$='/edit']"));

        var comment = Fields(page, "#comment-form");
        comment["body"] = "Kiitos tiedosta";
        using var said = await reader.PostAsync($"{path}/comments", [.. comment.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        Assert.Contains("Kiitos tiedosta", (await reader.PageAsync(path)).QuerySelector(".comment")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_gets_the_same_answer_as_for_what_never_was_from_every_address()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        using var stranger = await house.SignedInAsync(town.Stranger);

        foreach (var end in new[] { "", "/edit", "/history", "/deletion", "/card" })
        {
            using var there = await stranger.GetAsync($"/posts/{id}{end}");
            using var never = await stranger.GetAsync($"/posts/{PostId.New()}{end}");
            Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
            Assert.Equal((await never.Content.ReadAsStringAsync()).Length, (await there.Content.ReadAsStringAsync()).Length);
        }

        foreach (var end in new[] { "pin", "hiding", "deletion", "confirmation", "must-read/end", "reactions/thanks", "reactions/thanks/end" })
        {
            using var refused = await stranger.PostAsync($"/posts/{id}/{end}");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.True(await town.RowAsync(id) is { Pinned: false, HiddenAt: null });
    }

    [Fact]
    public async Task What_is_refused_comes_back_at_422_with_what_was_typed()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        using var writer = await house.SignedInAsync(town.Writer);

        using var tooLong = await writer.PostAsync("/posts",
            ("id", PostId.New().ToString()), ("space", town.Space.Id.ToString()), ("title", new string('o', 161)), ("body", "Säilyy tallessa"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        var page = await tooLong.DocumentAsync();
        Assert.NotNull(page.QuerySelector("[role=alert] a[href='#title']"));
        Assert.Equal("Säilyy tallessa", page.QuerySelector("textarea[name=body]")!.TextContent.Trim());

        var form = Fields(await writer.PageAsync($"/posts/{id}/edit"), $"form[action='/posts/{id}/revision']");
        await town.ReviseAsync(town.Input("Toinen ehti", "ensin") with { Id = id, Who = Who.Same }, town.Editor);
        form["body"] = "Minun muutokseni";
        using var stale = await writer.PostAsync($"/posts/{id}/revision", [.. form.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        var kept = await stale.DocumentAsync();
        Assert.Equal("Minun muutokseni", kept.QuerySelector("textarea[name=body]")!.TextContent.Trim());

        using var saved = await writer.PostAsync($"/posts/{id}/revision", [.. Fields(kept, $"form[action='/posts/{id}/revision']").Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal("Minun muutokseni", (await town.RowAsync(id))!.Body);
    }

    [Fact]
    public async Task A_draft_is_kept_as_one_types_listed_and_thrown_away()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        using var writer = await house.SignedInAsync(town.Writer);
        var id = PostId.New();

        using var saved = await writer.PostAsync($"/posts/drafts/{id}", ("id", id.ToString()), ("space", town.Space.Id.ToString()), ("title", "Kesken"), ("body", ""));
        Assert.True(saved.IsSuccessStatusCode);
        Assert.Equal("Kesken", (await writer.PageAsync("/posts/drafts")).QuerySelector("main h2")!.TextContent.Trim());
        Assert.Equal("Kesken", (await writer.PageAsync($"/posts/new?draft={id}")).QuerySelector("input[name=title]")!.GetAttribute("value"));

        using var again = await writer.PostAsync("/posts/composition", ("id", id.ToString()), ("space", town.Space.Id.ToString()), ("title", "Kesken"), ("who", "part"));
        Assert.Contains("Julkaise 1 henkilölle", (await again.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);

        using var gone = await writer.PostAsync($"/posts/drafts/{id}/end");
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
        Assert.Equal(0, await town.CountAsync<Draft>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_preview_shows_what_will_be_read_keeps_what_was_typed_and_makes_nothing(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        using var writer = await house.SignedInAsync(town.Writer);
        var fields = Fields(await writer.PageAsync($"/posts/new?space={town.Space.Id}"), "form[action='/posts']");
        fields["title"] = "Kiertoreitti vaihtuu";
        fields["body"] = "Opasteet **torstaina**, [kartta](/spaces). @Lauri Lukija ja @Ville Vieras <script>";
        fields["untilday"] = "31.12.";
        (string, string)[] form = [.. fields.Select(f => (f.Key, f.Value)), ("mention", $"{town.Reader}"), ("mention", $"{town.Stranger}")];

        using var shown = await writer.PostAsync("/posts/composition", [.. form, ("show", "preview")]);
        var page = await shown.DocumentAsync();
        var preview = page.QuerySelector("#preview .preview")!;
        Assert.Equal("Kiertoreitti vaihtuu", preview.QuerySelector("h3")!.TextContent);
        Assert.Equal("torstaina", preview.QuerySelector("strong")!.TextContent);
        Assert.Equal("/spaces", preview.QuerySelector("a:not(.mention):not(.act)")!.GetAttribute("href"));
        Assert.Equal("@Lauri Lukija", Assert.Single(preview.QuerySelectorAll(".mention")).TextContent);
        Assert.Null(preview.QuerySelector("script"));

        // All of it can be sent on as it stands.
        var kept = Fields(page, "form[action='/posts']");
        Assert.Equal((fields["title"], fields["body"], "31.12."), (kept["title"], kept["body"], kept["untilday"]));
        Assert.Equal(2, page.QuerySelectorAll("form[action='/posts'] input[name=mention]").Length);
        Assert.Equal(0, await town.CountAsync<Post>());
        Assert.Equal(0, await town.CountAsync<Draft>());

        // In place, the same; and to nobody who may not write there.
        using var part = await writer.PostAsync("/posts/composition/preview", form);
        var alone = await part.DocumentAsync();
        Assert.Null(alone.QuerySelector("h1"));
        Assert.Equal(preview.QuerySelector(".post-body")!.InnerHtml, alone.QuerySelector(".preview .post-body")!.InnerHtml);
        foreach (var who in new[] { town.Reader, town.Stranger })
        {
            using var other = await house.SignedInAsync(who);
            using var refused = await other.PostAsync("/posts/composition/preview", form);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_preview_of_a_change_is_by_its_author_and_shows_the_files_that_stay()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var (stays, goes) = (await UploadAsync(town, "stays.txt"), await UploadAsync(town, "goes.txt"));
        var input = town.Input() with { Files = [new(stays, "Jää"), new(goes, "Lähtee")] };
        Assert.Null((await town.PublishAsync(input, town.Writer)).Refusal);
        using var editor = await house.SignedInAsync(town.Editor);

        var form = Fields(await editor.PageAsync($"/posts/{input.Id}/edit"), $"form[action='/posts/{input.Id}/revision']");
        form["body"] = "Kannen *pintaus*.";
        (form["upload"], form["alt"]) = (stays.ToString(), "Jää");
        using var shown = await editor.PostAsync("/posts/composition", [.. form.Select(f => (f.Key, f.Value)), ("show", "preview")]);
        var page = await shown.DocumentAsync();
        var preview = page.QuerySelector("#preview .preview")!;
        Assert.Equal("Noora Heikkilä", preview.QuerySelector(".post-by b")!.TextContent);
        Assert.Equal("pintaus", preview.QuerySelector("em")!.TextContent);
        Assert.Contains("stays.txt", preview.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("goes.txt", preview.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"form[action='/posts/{input.Id}/revision'] textarea"));
        Assert.Equal("Kannen pintaus on valmis.", (await town.RowAsync(input.Id))!.Body);
    }

    private static async Task<FileId> UploadAsync(PostTown town, string name)
    {
        var blob = await town.House.SendAsync(System.Text.Encoding.UTF8.GetBytes(name), name);
        var upload = new Upload { Id = FileId.New(), Blob = blob, Person = town.Writer, Name = name, At = town.House.Now };
        await town.House.WriteAsync(db =>
        {
            db.Add(upload);
            return Task.CompletedTask;
        });
        return upload.Id;
    }

    [Fact]
    public async Task Mentions_are_offered_over_HTTP_only_within_an_audience_of_ones_own()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        using var writer = await house.SignedInAsync(town.Writer);
        using var stranger = await house.SignedInAsync(town.Stranger);
        var path = $"/posts/mentions/{town.Space.Audience}?q=lau";

        var option = (await writer.PageAsync(path)).QuerySelector("[role=option]")!;
        Assert.Equal(("@Lauri Lukija ", town.Reader.ToString()), (option.GetAttribute("data-insert"), option.GetAttribute("data-person")));
        using var refused = await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_steward_pins_hides_and_shows_again_and_the_card_comes_as_a_frame()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var id = await town.PostAsync(town.Writer);
        using var steward = await house.SignedInAsync(town.Steward);
        using var reader = await house.SignedInAsync(town.Reader);

        foreach (var end in new[] { "pin", "pin/end", "hiding", "hiding/end", "reactions/idea", "reactions/idea/end" })
        {
            using var done = await steward.PostAsync($"/posts/{id}/{end}");
            Assert.Equal((end, HttpStatusCode.SeeOther), (end, done.StatusCode));
        }

        using var refused = await reader.PostAsync($"/posts/{id}/pin");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await refused.DocumentAsync()).QuerySelector("[role=alert]"));
        Assert.NotNull((await reader.PageAsync($"/posts/{id}/card")).QuerySelector($"turbo-frame#post-{id} article.post"));
    }

    /// <summary>The form's fields as a browser without script would send them.</summary>
    private static Dictionary<string, string> Fields(IHtmlDocument page, string form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in page.QuerySelectorAll($"{form} input, {form} textarea"))
        {
            var type = input.GetAttribute("type");
            if (input.GetAttribute("name") is not { } name || (type is "radio" or "checkbox" && !input.HasAttribute("checked")) || type == "file") continue;
            fields[name] = input is IHtmlTextAreaElement area ? area.Value : input.GetAttribute("value") ?? "";
        }

        return fields;
    }
}
