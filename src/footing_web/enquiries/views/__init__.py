"""The pages of this app: for visitors, behind signed links, and for the team."""
