using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>Why a person is, or is not, in an audience: from the same expression that decides it.</summary>
/// <param name="Sees">What <see cref="Audience.Visible"/> answers for this person.</param>
/// <param name="Whole">The audience is all members of the space.</param>
/// <param name="Reasons">Each way in that is in force now.</param>
public sealed record Explanation(AudienceId Audience, SpaceId Space, bool Sees, bool Whole, IReadOnlyList<ExplanationReason> Reasons);

/// <summary>One way into the space, or into the named part of it.</summary>
/// <param name="IntoPart">True for the part of the space that may see; false for the space itself.</param>
/// <param name="Via">The group through which; null where the person is in directly.</param>
/// <param name="Role">What it gives in the space.</param>
/// <param name="UntilUtc">When this way ends; 9999 where nothing ends it but its cause.</param>
public sealed record ExplanationReason(bool IntoPart, GroupId Direct, GroupId? Via, SpaceRole Role, Because Because, DateTime FromUtc, DateTime UntilUtc);
