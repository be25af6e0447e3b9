using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Tupa.Tests;

[assembly: AssemblyFixture(typeof(VisitedTowns))]

namespace Tupa.Tests;

/// <summary>Who comes to a page.</summary>
public enum Guest
{
    SignedOut,

    /// <summary>Signed in for the first time; the notice and the pledge are still before them.</summary>
    NotGated,

    /// <summary>In the service of the city, in no space of the town.</summary>
    Staff,
    Teacher,
    Pupil,
    Partner,
    Elected,

    /// <summary>Keeps the space "Salmensilta".</summary>
    Steward,

    /// <summary>Administrator of register A, with a second factor.</summary>
    Administrator,
}

/// <summary>What one guest is answered.</summary>
/// <param name="Shows">Words that stand on the page; where it sends one on, where to.</param>
/// <param name="Hides">Words that do not.</param>
public sealed record Answer(Guest Who, int Status, string Shows, string Hides = "");

/// <summary>
/// One town on each database with one guest of each kind, for tests of what pages show: nobody changes anything there, and each answer
/// is held to that. A page that may write anything but a read mark, the time of a session or the log of a view fails.
/// </summary>
public sealed partial class VisitedTowns : IAsyncDisposable
{
    private static readonly string[] MayWrite = ["spaces_read_marks", "access_sessions", "access_api_tokens", "audit_entries", "audit_aliases"];

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Dictionary<string, (VisitedTown Town, int Sent)> _towns = new(StringComparer.Ordinal);

    /// <summary>The answers as rows of a theory, on both databases.</summary>
    public static TheoryData<string, Guest, int, string, string> Of(params Answer[] answers)
    {
        var rows = new TheoryData<string, Guest, int, string, string>();
        foreach (var database in TestHouse.Databases)
        {
            foreach (var answer in answers) rows.Add((string)database.Data, answer.Who, answer.Status, answer.Shows, answer.Hides);
        }

        return rows;
    }

    /// <summary>As <see cref="Of"/>, of a page for members: who has not signed in is sent to sign in, who has not passed the gates to the first of them.</summary>
    public static TheoryData<string, Guest, int, string, string> OfMembers(params Answer[] answers) =>
        Of([new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2F"), new(Guest.NotGated, 303, "/welcome/notice?returnUrl=%2F"), .. answers]);

    /// <param name="path">With the things of the town by name: "/spaces/{bridge}".</param>
    internal async Task AssertAsync(string database, Guest who, string path, int status, string shows, string hides)
    {
        var (town, sent) = await OfAsync(database);
        using var request = new HttpRequestMessage(HttpMethod.Get, town.Address(path));
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await town.Guests[who].SendAsync(request);

        var text = answer.StatusCode == HttpStatusCode.SeeOther ? $"{answer.Headers.Location}" : Words(await answer.DocumentAsync());
        Assert.True(status == (int)answer.StatusCode, $"{who} at {path} is answered {(int)answer.StatusCode}: {text}");
        Assert.Contains(shows, text, StringComparison.Ordinal);
        if (hides.Length > 0) Assert.DoesNotContain(hides, text, StringComparison.Ordinal);
        Assert.Empty(town.House.Statements.Sent.Skip(sent).SelectMany(s => Written().Matches(s).Select(m => m.Groups["table"].Value)).Except(MayWrite, StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (town, _) in _towns.Values) await town.DisposeAsync();
        _door.Dispose();
    }

    private async Task<(VisitedTown Town, int Sent)> OfAsync(string database)
    {
        await _door.WaitAsync();
        try
        {
            if (!_towns.TryGetValue(database, out var known))
            {
                var town = await VisitedTown.BuildAsync(await (await TestHouse.OpenAsync(database)).ServeAsync());
                _towns[database] = known = (town, town.House.Statements.Sent.Count);
            }

            return known;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>What a reader reads, spaces made single.</summary>
    private static string Words(IHtmlDocument page)
    {
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("fi", page.DocumentElement.GetAttribute("lang"));
        return Blank().Replace(page.Body!.TextContent, " ");
    }

    [GeneratedRegex(@"\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+""?(?<table>[a-z_]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
