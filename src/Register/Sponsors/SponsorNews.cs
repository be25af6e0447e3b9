using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Announced when it falls to somebody to answer for a partner, now or on a day ahead.</summary>
/// <param name="Partner">The partner's assignment.</param>
/// <param name="Acting">For a fortnight at most, as the head of the unit: to take over, or to let it end.</param>
public sealed record SponsorshipPassed(AssignmentId Partner, PersonId Person, PersonId To, DateOnly From, DateOnly LastDay, bool Acting);

/// <summary>Announced when a partner's access ends soon: 30, 7 and 1 days before, once each.</summary>
/// <param name="To">The sponsor and the deputy.</param>
public sealed record SponsorshipEnds(AssignmentId Partner, PersonId Person, IReadOnlyList<PersonId> To, DateOnly LastDay);

/// <summary>Announced when a partner goes on: what was said of the end no longer holds.</summary>
public sealed record SponsorshipRenewed(AssignmentId Partner);
