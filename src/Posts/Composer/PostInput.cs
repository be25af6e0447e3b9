using Microsoft.AspNetCore.Http;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Who is to see a post, as the form says it.</summary>
public enum Who
{
    /// <summary>All members of the space.</summary>
    All,

    /// <summary>Some of the groups of the space, and the author.</summary>
    Part,

    /// <summary>Those who see it already: when a post is changed.</summary>
    Same,
}

/// <summary>What was typed into the composer. It is given back as it was when it is refused, and is what a draft keeps.</summary>
public sealed record PostInput
{
    /// <summary>Made with the form: posting twice makes one post.</summary>
    public required PostId Id { get; init; }
    public required SpaceId Space { get; init; }

    /// <summary>The version that the form was opened on; 0 for a new post.</summary>
    public int Version { get; init; }
    public string Title { get; init; } = "";

    /// <summary>As typed: "@Name" where <see cref="Mentions"/> says who that is.</summary>
    public string Body { get; init; } = "";
    public Who Who { get; init; }
    public IReadOnlyList<GroupId> Groups { get; init; } = [];
    public IReadOnlyList<PersonId> Mentions { get; init; } = [];
    public IReadOnlyList<FileInput> Files { get; init; } = [];

    /// <summary>To be published at <see cref="Day"/> and <see cref="Time"/>, and not at once.</summary>
    public bool Later { get; init; }
    public string Day { get; init; } = "";
    public string Time { get; init; } = "";
    public string UntilDay { get; init; } = "";
    public string UntilTime { get; init; } = "";
    public bool MustRead { get; init; }
    public string MustDay { get; init; } = "";
    public string MustTime { get; init; } = "";
    public bool Pin { get; init; }

    /// <summary>Binds the form that <c>ComposerForm</c> draws. What is not understood is kept as typed and refused later with words.</summary>
    public static async ValueTask<PostInput?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return null;

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string Of(string name) => form[name].ToString();
        if (!Guid.TryParse(Of("id"), out var id)) return null;

        return new()
        {
            Id = new(id),
            Space = new(Guid.TryParse(Of("space"), out var space) ? space : Guid.Empty),
            Version = int.TryParse(Of("version"), System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0,
            Title = Of("title"),
            Body = Of("body").ReplaceLineEndings("\n"),
            Who = Of("who") switch { "part" => Who.Part, "same" => Who.Same, _ => Who.All },
            Groups = [.. Guids(form, "group").Select(g => new GroupId(g))],
            Mentions = [.. Guids(form, "mention").Select(m => new PersonId(m))],
            Files = FileInput.Read(form),
            Later = Of("when") == "later",
            Day = Of("day"),
            Time = Of("time"),
            UntilDay = Of("untilday"),
            UntilTime = Of("untiltime"),
            MustRead = Of("must") == "true",
            MustDay = Of("mustday"),
            MustTime = Of("musttime"),
            Pin = Of("pin") == "true",
        };
    }

    private static IEnumerable<Guid> Guids(IFormCollection form, string name) =>
        form[name].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct();
}
