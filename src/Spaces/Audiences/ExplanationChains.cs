using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>One way into a space or its part, from its cause to its effect, as lines to read.</summary>
/// <param name="IntoPart">Into the named part; else into the space.</param>
public sealed record ExplanationChain(bool IntoPart, IReadOnlyList<Text> Links);

/// <summary>Turns an explanation into chains of words: assignment or grant, group, inclusion, space.</summary>
internal sealed class ExplanationChains(GroupReasons reasons)
{
    public async Task<IReadOnlyList<ExplanationChain>> OfAsync(Explanation explanation, PersonId person, CancellationToken stop = default)
    {
        var via = explanation.Reasons.Select(r => r.Via).OfType<GroupId>().Distinct().ToList();
        var behind = (await reasons.OfAsync(person, via, stop)).ToLookup(r => r.Group);
        return [.. explanation.Reasons.OrderBy(r => r.IntoPart).SelectMany(r => Chains(r, behind))];
    }

    private static Text Cause(GroupReason cause) => cause.Because switch
    {
        Because.Assignment => AudienceText.ByAssignment(cause),
        Because.Head => AudienceText.HeadsUnit,
        _ => MemberText.Of(cause.Because),
    };

    private static IEnumerable<ExplanationChain> Chains(ExplanationReason reason, ILookup<GroupId, GroupReason> behind)
    {
        var end = new Text(
            Fi: $"{AudienceText.AsRole(reason.Role).Fi}, {AudienceText.Window(reason.FromUtc, reason.UntilUtc).Fi}",
            Sv: $"{AudienceText.AsRole(reason.Role).Sv}, {AudienceText.Window(reason.FromUtc, reason.UntilUtc).Sv}",
            En: $"{AudienceText.AsRole(reason.Role).En}, {AudienceText.Window(reason.FromUtc, reason.UntilUtc).En}");
        if (reason.Via is not { } via)
        {
            yield return new(reason.IntoPart, [reason.IntoPart ? AudienceText.NamedInPart : AudienceText.Granted, end]);
            yield break;
        }

        foreach (var cause in behind[via])
        {
            yield return new(reason.IntoPart,
            [
                Cause(cause),
                AudienceText.InGroup(cause.Name),
                reason.Because == Because.Open ? AudienceText.OpenToStaff : MemberText.Of(reason.Because),
                .. cause.Assignment == AssignmentKind.Deputy ? [AudienceText.DeputiesAlways] : Array.Empty<Text>(),
                end,
            ]);
        }
    }
}
