using System.Text.Json;
using System.Text.Json.Serialization;
using Tupa.Files;
using Tupa.Register;

namespace Tupa.Posts;

/// <summary>What of a form does not stand in the draft's own columns.</summary>
internal sealed record DraftForm(
    int Who, IReadOnlyList<Guid> Groups, IReadOnlyList<Guid> Mentions, IReadOnlyList<DraftFile> Files,
    bool Later, string Day, string Time, string UntilDay, string UntilTime, bool MustRead, string MustDay, string MustTime, bool Pin)
{
    public static string Of(PostInput i) => JsonSerializer.Serialize(
        new DraftForm(
            (int)i.Who, [.. i.Groups.Select(g => g.Value)], [.. i.Mentions.Select(m => m.Value)], [.. i.Files.Select(f => new DraftFile(f.Upload.Value, f.Alt))],
            i.Later, i.Day, i.Time, i.UntilDay, i.UntilTime, i.MustRead, i.MustDay, i.MustTime, i.Pin),
        DraftJson.Default.DraftForm);

    public static string WithoutFiles(string rest) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize(rest, DraftJson.Default.DraftForm)! with { Files = [] }, DraftJson.Default.DraftForm);

    public static PostInput Read(Draft draft)
    {
        var form = JsonSerializer.Deserialize(draft.Rest, DraftJson.Default.DraftForm)!;
        return new()
        {
            Id = draft.Post,
            Space = draft.Space,
            Title = draft.Title,
            Body = draft.Body,
            Who = (Who)form.Who,
            Groups = [.. form.Groups.Select(g => new GroupId(g))],
            Mentions = [.. form.Mentions.Select(m => new Kernel.PersonId(m))],
            Files = [.. form.Files.Select(f => new FileInput(new(f.Id), f.Alt))],
            Later = form.Later,
            Day = form.Day,
            Time = form.Time,
            UntilDay = form.UntilDay,
            UntilTime = form.UntilTime,
            MustRead = form.MustRead,
            MustDay = form.MustDay,
            MustTime = form.MustTime,
            Pin = form.Pin,
        };
    }
}

internal sealed record DraftFile(Guid Id, string Alt);

[JsonSerializable(typeof(DraftForm))]
internal sealed partial class DraftJson : JsonSerializerContext;
